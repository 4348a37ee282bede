"""One sum over a generator expression with a helper."""


def coverage(interval, draw, truth, n_datasets, rng):
    def holds(ends):
        return ends[0] <= truth <= ends[1]


    return sum(holds(interval(*draw(rng))) for _ in range(n_datasets)) / n_datasets
