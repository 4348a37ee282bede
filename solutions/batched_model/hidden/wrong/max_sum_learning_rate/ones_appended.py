"""Appends the one to each row of the list it is given.

fails: test_max_sum_learning_rate_arguments_unchanged
score: 1.9
misconception: changed_arguments
"""


def max_sum_learning_rate(X, batch_size):
    rows = X if isinstance(X, list) else X.astype(float).tolist()
    for row in rows:
        row.append(1.0)
    design = np.array(rows, dtype=float)
    return 1 / (batch_size * np.linalg.norm(design, 2) ** 2 / len(design))
