"""A callback before each cell undefines what the others define.

verdict: flag
flags: callbacks
"""

shell = get_ipython()
shell.events.register("pre_run_cell", lambda info: [shell.user_ns.pop(name, None) for name in ("line", "descend")])
