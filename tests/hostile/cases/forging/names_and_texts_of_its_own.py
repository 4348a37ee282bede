"""A forged reply to the right request carries names and texts made for a terminal and a browser, and the process ends.

verdict: reason
says: ended the Python process
"""

import os
import struct
import sys

import msgpack


def total(values):
    frame = sys._getframe()
    while frame and "request" not in frame.f_locals:
        frame = frame.f_back
    bad = "\x1b]0;owned\x07<script>alert(1)</script>\n" * 3
    message = {"kind": "raised", "bases": [bad, "ValueError", "SystemExit"], "own": bad, "text": bad * 9999,
               "out_of_memory": False, "seen": [bad] * 100, "id": frame.f_locals["request"]["id"] if frame else 0}
    body = msgpack.packb(message)
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">I", len(body)) + body)
        except OSError:
            pass
    os._exit(0)
