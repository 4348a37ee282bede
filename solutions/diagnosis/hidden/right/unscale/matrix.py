"""The change of coordinates as a matrix."""


def unscale(slope_z, intercept_z, mean, sd):
    mean, sd = float(mean), float(sd)
    back = np.array([[1 / sd, 0.0], [-mean / sd, 1.0]])
    return back @ np.array([slope_z, intercept_z], dtype=float)
