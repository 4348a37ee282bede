"""An exception made of thousands, ten deep.

verdict: merit
"""

def total(values):
    error = ExceptionGroup("many", [ValueError(i) for i in range(5000)])
    for _ in range(100):
        error = ExceptionGroup("deep", [error])
    raise error
