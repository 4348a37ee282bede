"""Magics that students use.

verdict: full
place: first
"""

%matplotlib inline
%config InlineBackend.figure_format = "svg"
%load_ext autoreload
%autoreload 2
%time sum(range(10))
