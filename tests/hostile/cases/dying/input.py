"""The function asks somebody.

verdict: merit
peers: Otter
"""

def total(values):
    return float(input("total? "))
