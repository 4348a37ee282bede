"""Magics that only Jupyter has stand in the answer's cell.

verdict: full
"""

%autosave 60
%connect_info
%clear


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
