"""Makes columns of both and sums with einsum."""


def sse(y, fitted):
    for values in (y, fitted):
        if np.ndim(values) not in (1, 2) or np.shape(values)[1:] not in ((), (1,)):
            raise ValueError(f"cannot use shape {np.shape(values)}")
    if len(y) != len(fitted):
        raise ValueError("different lengths")
    errors = np.reshape(y, (-1, 1)).astype(float) - np.reshape(fitted, (-1, 1)).astype(float)
    return np.einsum("ij,ij->", errors, errors)
