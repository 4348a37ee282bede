"""Says what the post's run does.

fails: test_diagnose_x
score: 0.0
"""


def diagnose(losses, floor):
    return "crawling"
