"""NumPy's print options, torch's and pandas-like precision are set.

verdict: full
place: first
"""

np.set_printoptions(precision=2, suppress=True)
torch.set_printoptions(precision=2)
%precision 3
