"""A forged reply carries names, flags and texts made for a terminal and a browser.

verdict: flag
flags: <script>
"""

import os
import struct

import msgpack


def total(values):
    bad = "\x1b]0;owned\x07<script>alert(1)</script>\n" * 3
    message = {"kind": "raised", "bases": [bad, "ValueError", "SystemExit"], "own": bad, "text": bad * 9999,
               "out_of_memory": False, "seen": [bad] * 100}
    for number in range(1, 200):
        body = msgpack.packb({**message, "id": number})
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, struct.pack(">I", len(body)) + body)
            except OSError:
                pass
    os._exit(0)
