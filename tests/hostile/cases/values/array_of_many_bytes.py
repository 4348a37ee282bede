"""Twenty million bytes, each of which costs whoever makes a list of them a hundred times its room.

verdict: reason
says: more than 1 million values
"""

def total(values):
    return np.zeros(20_000_000, dtype=np.int8)
