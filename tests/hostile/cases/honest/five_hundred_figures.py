"""A notebook that leaves five hundred figures open, empty ones.

verdict: full
place: first
peers: nbgrader
"""

import matplotlib
import matplotlib.pyplot as plt

matplotlib.use("agg")
figures = [plt.figure(num=number) for number in range(500)]
