"""A right answer that guards itself with an alarm.

verdict: full
"""

import signal


def total(values):
    signal.signal(signal.SIGALRM, lambda *arguments: 1 / 0)
    signal.alarm(2)
    answer = float(np.sum(np.asarray(values, dtype=float) ** 2))
    signal.alarm(0)
    return answer
