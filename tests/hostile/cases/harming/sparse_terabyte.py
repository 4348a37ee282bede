"""A file is said to hold a terabyte.

verdict: reason
says: OSError
"""

with open("large", "wb") as file:
    file.truncate(2**40)
    file.seek(2**40)
    file.write(b"x")
