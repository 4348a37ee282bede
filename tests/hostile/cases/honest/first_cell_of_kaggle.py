"""The first cell of every notebook on Kaggle lists the files there.

verdict: full
place: first
"""

import os

for dirname, _, filenames in os.walk("/kaggle/input"):
    for filename in filenames:
        print(os.path.join(dirname, filename))
