"""The intercept is the height at x = 0, asked of the line in z."""


def unscale(slope_z, intercept_z, mean, sd):
    def height(x):
        return float(slope_z) * ((x - float(mean)) / float(sd)) + float(intercept_z)

    return np.float64(slope_z) / np.float64(sd), height(0.0)
