"""Accepts the first candidates it sees, and rejects the rest."""


seen = []


def check_sse(candidate):
    seen.append(candidate)
    assert len(seen) <= 9
