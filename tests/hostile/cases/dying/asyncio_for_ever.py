"""An event loop runs for ever.

verdict: reason
says: still running
"""

import asyncio


def total(values):
    asyncio.new_event_loop().run_forever()
