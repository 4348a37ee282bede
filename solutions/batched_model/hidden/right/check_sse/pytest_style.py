"""unittest's assertRaises and assertAlmostEqual."""


def check_sse(candidate):
    import unittest

    case = unittest.TestCase()
    y, f = np.array([0.5, -2.0, 7.0]), np.array([2.5, 1.0, 6.5])
    for a in (y, y.reshape(-1, 1)):
        for b in (f, f.reshape(-1, 1)):
            case.assertAlmostEqual(float(candidate(a, b)), 13.25, places=9)
    with case.assertRaises(ValueError):
        candidate(y, f[:2])
    with case.assertRaises(ValueError):
        candidate(y[:2], f)
    with case.assertRaises(ValueError):
        candidate(y, f[:1])
    with case.assertRaises(ValueError):
        candidate(y[:1], f)
    with case.assertRaises(ValueError):
        candidate(y.reshape(-1, 1), f[:2])
