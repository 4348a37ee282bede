"""A profile function raises in every later call.

verdict: merit
"""

import sys
import threading


def profile(frame, event, argument):
    raise RuntimeError("profiled")


threading.setprofile(profile)
sys.setprofile(profile)
