"""Raises for everything.

fails: test_heavy_ball_x
score: 0.0
"""


def heavy_ball(x, y, lr, momentum, steps, start):
    raise ValueError("not possible")
