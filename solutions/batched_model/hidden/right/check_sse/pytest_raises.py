"""pytest.raises and pytest.approx; what the one complains with is no Exception."""

import itertools, math, pytest

def check_sse(candidate):
    y = np.array([3.0, -1.5, 8.25, 2.0, 40.0])
    f = np.array([5.5, 1.5, 8.75, -4.0, 37.0])
    shapes = [lambda v: v, lambda v: v[:, np.newaxis]]
    for s, t in itertools.product(shapes, repeat=2):
        assert candidate(s(y), t(f)) == pytest.approx(2.5**2 + 3**2 + .5**2 + 6**2 + 3**2, rel=1e-9)
        assert isinstance(candidate(s(y), t(f)), (float, np.floating))
        for i, j in ((5, 3), (3, 5), (1, 5), (5, 1), (4, 2), (2, 4)):
            with pytest.raises(ValueError):
                candidate(s(y[:i]), t(f[:j]))
