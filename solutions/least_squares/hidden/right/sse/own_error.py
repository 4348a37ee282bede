"""A helper that makes vectors, an error class of its own, and a longer float for the sum."""


class ShapeError(ValueError):
    pass


def as_vector(values):
    array = np.array(values, dtype=np.float64)
    match array.shape:
        case (_,):
            return array
        case (_, 1):
            return array[:, 0]
        case shape:
            raise ShapeError(f"expected (n,) or (n, 1), got {shape}")


def sse(y, fitted):
    y, fitted = as_vector(y), as_vector(fitted)
    if y.size != fitted.size:
        raise ShapeError(f"{y.size} values against {fitted.size}")
    return np.float64(np.sum(np.square(y - fitted), dtype=np.longdouble))
