"""np.polynomial substitutes z in the line."""


def unscale(slope_z, intercept_z, mean, sd):
    from numpy.polynomial import Polynomial

    mean, sd = float(mean), float(sd)
    z = Polynomial([-mean / sd, 1 / sd])
    line = Polynomial([float(intercept_z), float(slope_z)])(z)
    intercept, slope = line.coef if len(line.coef) == 2 else (line.coef[0], 0.0)
    return slope, intercept
