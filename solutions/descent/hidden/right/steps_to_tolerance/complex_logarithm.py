"""Takes the real part of the complex logarithm of a factor, and curvatures by pencil."""


def steps_to_tolerance(x, lr, tol):
    import cmath, math
    xs = [float(v) for v in x]
    n = len(xs)
    m, q = math.fsum(xs) / n, math.fsum(v * v for v in xs) / n
    spread = math.fsum((v - m) ** 2 for v in xs) / n
    # eigenvalues of 2[[q, m],[m, 1]]
    disc = math.hypot(q - 1, 2 * m)
    big = (q + 1) + disc
    small = 4 * spread / big
    if not 0 < lr < 2 / big:
        raise ValueError("this rate does not converge")
    need = 1
    for lam in (small, big):
        f = 1 - lr * lam
        if f:
            need = max(need, math.ceil(math.log(tol) / cmath.log(f).real))
    return need
