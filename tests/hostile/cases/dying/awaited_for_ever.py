"""The cell awaits something that never comes.

verdict: reason
says: still running
"""

import asyncio

await asyncio.Event().wait()
