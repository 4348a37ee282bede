"""A right answer that works in folders of its own, and goes there and back with the shell's commands.

verdict: full
"""

import os

os.mkdir("out")
os.mkdir("figures")
%cd out
%cd -
assert os.path.isdir("out"), os.getcwd()
%pushd figures
%popd
%bookmark here
%bookmark -l
%alias show echo
%unalias show
%cd out
with open("note.txt", "w") as file:
    file.write("done")


def total(values):
    return float(np.sum(np.asarray(values, dtype=float) ** 2))
