"""A file that no folder lists keeps growing.

verdict: reason
says: too large a file
"""

import os

with open("hidden", "wb") as file:
    os.remove("hidden")
    while True:
        file.write(b"x" * 10**6)
