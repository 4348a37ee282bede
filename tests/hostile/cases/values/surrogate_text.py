"""Text that no file can hold, with control characters.

verdict: reason
says: text
"""

def total(values):
    return "\ud800\x1b]0;title\x07" * 10
