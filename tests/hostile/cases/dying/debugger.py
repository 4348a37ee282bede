"""The debugger is started in the cell.

verdict: reason
says: of
"""

%debug
import pdb

pdb.set_trace()
raise RuntimeError("nobody there")
