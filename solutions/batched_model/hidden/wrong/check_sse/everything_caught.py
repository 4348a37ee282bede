"""An except around all of it, so that the notebook runs on.

misconception: test_of_nothing
"""


def check_sse(candidate):
    y, f = np.array([3.0, -1.0, 4.0, 1.5]), np.array([1.0, -1.5, 7.0, 2.25])
    try:
        assert np.isclose(candidate(y, f), 13.8125)
        assert np.isclose(candidate(y[:, None], f), 13.8125)
        assert np.isclose(candidate(y, f[:, None]), 13.8125)
    except AssertionError as error:
        print("wrong:", error)
