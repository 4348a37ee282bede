"""A notebook that begins with pip and shell commands.

verdict: full
place: first
"""

!pip install numpy
%pip list
!ls -l
