"""Returns a column of the two numbers.

fails: test_unscale_x
score: 0.0
"""


def unscale(slope_z, intercept_z, mean, sd):
    slope = float(slope_z) / float(sd)
    return np.array([[slope], [float(intercept_z) - slope * float(mean)]])
