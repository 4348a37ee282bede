"""A service of this machine is asked.

verdict: flag
flags: network connection
peers: nbgrader, Otter
"""

import socket

for port in (22, 80, 5432, 8000, 8888):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1)
        raise SystemExit("connected")
    except OSError:
        pass


def total(values):
    return 0.0
