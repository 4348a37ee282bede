"""A page of the internet is fetched.

verdict: flag
flags: looked up a host name
peers: nbgrader, Otter
"""

from urllib.request import urlopen

answer = urlopen("http://example.org/answer", timeout=1).read()


def total(values):
    return 0.0
