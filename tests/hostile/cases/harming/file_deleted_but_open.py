"""A file that no folder lists keeps growing.

verdict: reason
says: OSError
"""

import os

with open("hidden", "wb") as file:
    os.remove("hidden")
    while True:
        file.write(b"x" * 10**6)
