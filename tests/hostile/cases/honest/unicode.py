"""A right answer in another alphabet.

verdict: full
"""

def total(värden):
    """Suma kwadratów, 平方和, مجموع المربعات."""
    σ = float(np.sum(np.asarray(värden) ** 2))
    print("Σ =", σ, "\U0001f600")
    return σ
