"""Prints the verdict.

fails: test_diagnose_x
score: 0.0
misconception: nothing_returned
"""


def diagnose(losses, floor):
    gap = np.array(losses, dtype=float) - floor
    if not gap[-1] <= gap[0]:
        print("diverging")
    elif gap[-1] <= 0.01 * floor or gap[-1] <= 1e-6 * gap[0]:
        print("converged")
    elif np.mean(gap[len(gap) // 2 + 1 :] > 1.01 * gap[len(gap) // 2 : -1]) >= 0.25:
        print("oscillating")
    else:
        print("crawling")
