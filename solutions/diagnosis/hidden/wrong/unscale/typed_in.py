"""Types in the least-squares line of the post.

fails: test_unscale_x
score: 0.0
"""


def unscale(slope_z, intercept_z, mean, sd):
    return 4.9759008, 9.9813594
