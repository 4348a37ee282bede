"""The shell's run_code is replaced on the instance, so that no later cell runs.

verdict: flag
flags: run_code
peers: nbgrader
"""

async def nothing(*arguments, **more):
    return False


get_ipython().run_code = nothing
