"""Takes the line in z for the line in x: the fit is the fit.

fails: test_unscale_x
score: 0.0
misconception: scaling_changes_model
"""


def unscale(slope_z, intercept_z, mean, sd):
    return slope_z, intercept_z
