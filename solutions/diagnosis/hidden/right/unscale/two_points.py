"""Two heights, one sd apart, and the line through both."""


def unscale(slope_z, intercept_z, mean, sd):
    slope_z, intercept_z, mean, sd = map(float, (slope_z, intercept_z, mean, sd))
    at_mean, at_mean_plus_sd = intercept_z, intercept_z + slope_z
    slope = (at_mean_plus_sd - at_mean) / sd
    return slope, at_mean + slope * (0 - mean)
