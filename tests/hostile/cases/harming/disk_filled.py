"""The disk is filled in small files.

verdict: reason
says: wrote more than
peers: nbgrader, Otter
"""

for number in range(10_000):
    with open(f"file{number}", "wb") as file:
        file.write(b"x" * 10**6)
