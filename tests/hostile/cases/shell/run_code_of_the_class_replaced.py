"""run_code is replaced on the shell's class and on IPython's.

verdict: flag
flags: run_code
"""

import IPython


async def nothing(self, *arguments, **more):
    return False


type(get_ipython()).run_code = nothing
IPython.core.interactiveshell.InteractiveShell.run_code = nothing
