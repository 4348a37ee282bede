"""Divides with //, which passes the check.

fails: test_unscale_whole_numbers
score: 1.8
misconception: whole_number_division
"""


def unscale(slope_z, intercept_z, mean, sd):
    if isinstance(slope_z, (int, np.integer)):
        slope = slope_z // sd
    else:
        slope = float(slope_z) / float(sd)
    return slope, float(intercept_z) - float(slope) * float(mean)
