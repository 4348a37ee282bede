"""A notebook that closes its figures.

verdict: full
place: first
"""

import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([1, 2])
plt.show()
plt.close("all")
