"""In long doubles, which are NumPy scalars like others."""


def unscale(slope_z, intercept_z, mean, sd):
    slope_z, intercept_z, mean, sd = np.longdouble(slope_z), np.longdouble(intercept_z), np.longdouble(mean), np.longdouble(sd)
    return slope_z / sd, intercept_z - slope_z / sd * mean
