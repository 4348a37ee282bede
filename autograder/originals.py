"""The originals of what all cells share, noted once and put back after each cell and each call.

A cell that replaces `np.sum`, a method of torch's or a hook of the shell would change how every other exercise
runs. Names are put back by identity; what a library or the notebook keeps as state (seeds, print options,
default types, filters) stays as it was set. Part of the worker, layer 0.
"""

from __future__ import annotations

import signal
import sys
import threading
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import is_
from typing import Any

# Whole families, but for the parts that no exercise can come near.
_FAMILIES = ("numpy", "scipy", "autograder", "torch.nn", "torch.optim", "torch.autograd")
_MODULES = (
    "builtins", "math", "cmath", "random", "time", "statistics", "operator", "functools", "itertools", "collections",
    "copy", "contextlib", "ast", "inspect", "json", "os", "re", "struct", "threading", "traceback", "types", "msgpack",
    "torch", "torch.functional", "torch.linalg", "torch.random", "torch._tensor", "torch.utils.data",
    "matplotlib.pyplot", "IPython.core.interactiveshell", "IPython.core.inputtransformer2", "IPython.core.compilerop",
    "IPython.core.events", "IPython.core.displayhook", "IPython.core.displaypub", "IPython.core.async_helpers",
    "IPython.core.error", "IPython.core.history", "IPython.core.hooks", "IPython.core.ultratb",
)
# Where the classes stand whose methods are worth replacing.
_CLASSES_OF = (
    "numpy", "numpy.polynomial", "scipy.optimize", "scipy.stats", "torch", "torch.nn", "torch.optim",
    "torch.optim.lr_scheduler", "torch.utils.data", "IPython.core.inputtransformer2", "IPython.core.interactiveshell",
    "IPython.core.events", "IPython.core.compilerop", "autograder.notebook_shell", "autograder.protocol",
    "autograder.worker", "autograder.watch",
)
_OFTEN_MODULES = ("math", "random", "time", "autograder.worker", "autograder.protocol")
_OFTEN_CLASSES = (
    "autograder.", "IPython.core.interactiveshell.", "torch._tensor.Tensor", "torch.nn.modules.module.Module",
    "torch.nn.modules.linear.Linear", "torch.nn.modules.container.Sequential", "torch.nn.modules.loss.MSELoss",
    "torch.nn.parameter.Parameter", "torch.optim.optimizer.Optimizer", "torch.optim.sgd.SGD", "torch.optim.adam.Adam",
)
_OWNERS = tuple({name.partition(".")[0] for name in _CLASSES_OF} - {"builtins"})
_FAR_AWAY = (
    "numpy.f2py", "scipy._lib", "scipy.sparse", "scipy.constants", "scipy.integrate", "scipy.fft", "scipy.spatial",
)
_STATE = frozenset({
    "__warningregistry__", "_", "__", "___", "sys_excepthook", "Storage", "_backend_mod", "pycolorize",
})
_OLD_NAMES = {kind.__name__: kind for kind in (bool, int, float, complex, object, str)}  # `np.bool = bool`
_CODE = frozenset({"__code__", "__defaults__", "__kwdefaults__"})


_Space = dict[str, Any] | types.MappingProxyType[str, Any]


class _Place:
    """One namespace whose names cells share: a module's, a class's, an object's."""

    __slots__ = ("_bases", "_guarded", "_last", "_space", "_values", "label", "owner")

    def __init__(self, label: str, owner: Any, space: _Space, bases: tuple[_Space, ...]) -> None:  # noqa: ANN401
        self.label = label
        self.owner = owner
        self._space = space
        self._bases = bases  # where a name is looked up when it does not stand here
        self._guarded = {name: value for name, value in space.items() if _is_guarded(name, value)}
        self._look()

    def _look(self) -> None:
        self._values = tuple(self._space.values())
        self._last = next(reversed(self._space), None)

    def restore(self) -> list[str]:
        """Put back what was replaced and take away what was laid over it; return the names."""
        space, names = self._space, []
        if (
            len(space) == len(self._values) and all(map(is_, space.values(), self._values))
            and next(reversed(space), None) is self._last
        ):
            return []
        for name, value in self._guarded.items():
            if (found := space.get(name, self)) is not value:
                self._put(name, value)
                if self.label != "numpy" or name not in _OLD_NAMES or found is not _OLD_NAMES[name]:
                    names.append(f"{self.label}.{name}")
        for name in [name for name in space if name not in self._guarded]:
            # a name that means what it meant (`np.float = float`, for old code) lies over nothing
            covers = any(base.get(name, space[name]) is not space[name] for base in self._bases)
            if covers and _is_guarded(name, space[name]):
                self._drop(name)
                names.append(f"{self.label}.{name}")
        self._look()
        return names

    def _put(self, name: str, value: Any) -> None:  # noqa: ANN401
        if isinstance(self._space, dict):
            self._space[name] = value
        else:
            type.__setattr__(self.owner, name, value)

    def _drop(self, name: str) -> None:
        if isinstance(self._space, dict):
            del self._space[name]
        else:
            type.__delattr__(self.owner, name)


def _is_guarded(name: str, value: Any) -> bool:  # noqa: ANN401
    """Whether a name means something fixed: what can be called, a module, a public constant."""
    if name in _STATE:
        return False
    if isinstance(value, staticmethod | classmethod | property):
        return True
    if isinstance(value, types.ModuleType) or type(value) in (int, float):
        return not name.startswith("_")
    return callable(value)


class _Watched(types.ModuleType):
    """A module that notes which of its names are replaced: looking through all of them takes far longer."""

    def __setattr__(self, name: str, value: Any) -> None:  # noqa: ANN401
        replaced = vars(self).get(name)
        if replaced is not value and (replaced is None or _is_guarded(name, replaced)):
            _TOUCHED.add(self.__name__)
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        _TOUCHED.add(self.__name__)
        super().__delattr__(name)


_Watched.__name__ = _Watched.__qualname__ = "module"  # what `type(np)` shows
_Watched.__module__ = "builtins"
_TOUCHED: set[str] = set()  # a module cannot hold a reference to who watches it without showing it


class Originals:
    """What stood where before any cell ran: libraries, builtins, the shell and the interpreter's hooks.

    `restore` looks at what is touched most and at the modules in which something was replaced; with `thorough` it
    looks everywhere, which takes some milliseconds.
    """

    def __init__(self, shell: Any) -> None:  # noqa: ANN401
        self._shell = shell
        self._builtins = vars(sys.modules["builtins"])
        self._builtin_names = {name: value for name, value in self._builtins.items() if _is_guarded(name, value)}
        self._modules = {name: sys.modules[name] for name in _guarded_modules()}
        self._spaces = {id(vars(module)) for module in self._modules.values()}
        self._by_module = {place.label: place for place in _module_places(self._modules)}
        shell_place = _Place("shell", shell, vars(shell), tuple(map(vars, type(shell).__mro__)))
        classes = {place.label: place for place in _class_places(type(shell))}
        self._often = [
            shell_place,
            *(self._by_module[name] for name in _OFTEN_MODULES),
            *(place for label, place in classes.items() if label.startswith(_OFTEN_CLASSES)),
        ]
        self._everything = [*self._often, *self._by_module.values(), *classes.values(), *_object_places(self._modules)]
        self._lists = _shell_lists(shell)
        self._recursion_limit = sys.getrecursionlimit()
        self._signals = {number: signal.getsignal(number) for number in signal.valid_signals()}
        self._rewritten: list[tuple[Any, str, Any]] = []
        self._refused: list[str] = []
        self._restoring = False
        for module in self._modules.values():
            module.__class__ = _Watched

    def guard(self, label: str, owner: Any) -> None:  # noqa: ANN401
        """Look after one more object's attributes as well."""
        self._often.append(_Place(label, owner, vars(owner), tuple(map(vars, type(owner).__mro__))))

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Note, as an audit hook, what is rewritten in place in a library; refuse a hook that could not go again."""
        if event == "sys.addaudithook":
            self._refused.append("tried to install an audit hook")
            raise RuntimeError  # Python then leaves the new hook out, without a word to its author
        if event == "object.__setattr__" and not self._restoring and self._may_not_change(args[0], args[1]):
            self._rewritten.append((args[0], args[1], getattr(args[0], args[1])))

    def _may_not_change(self, thing: Any, name: str) -> bool:  # noqa: ANN401
        if isinstance(thing, types.FunctionType):
            return name in _CODE and id(thing.__globals__) in self._spaces
        if isinstance(thing, type):
            # only what stood there before: a named tuple that is being made has its bases set as well
            return name == "__bases__" and any(thing is place.owner for place in self._everything)
        # nor may a module that is loaded only now, as torch's settings are, be kept from becoming what it is to be
        return name == "__class__" and isinstance(thing, types.ModuleType) and id(vars(thing)) in self._spaces

    def restore(self, *, thorough: bool = False) -> list[str]:
        """Put everything back; return a sentence for each thing that had been changed."""
        # first, and without the help of any: the rest of this needs them
        found = self._builtins
        names = [f"builtins.{name}" for name, value in self._builtin_names.items() if found.get(name) is not value]
        self._builtins.update(self._builtin_names)
        self._stop_hooks_and_timers()
        sentences = [*self._refused, *self._restored_lists()]
        self._refused.clear()
        touched = sorted(_TOUCHED)
        _TOUCHED.clear()
        for place in self._everything if thorough else self._often:
            names += place.restore()
        for name in touched:
            if name in self._by_module:
                names += self._by_module[name].restore()
        for name, module in self._modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                names.append(f"sys.modules[{name!r}]")
        names += self._restored_insides()
        return [*sentences, *_left_modes(), *(f"replaced {name}" for name in names)]

    def _stop_hooks_and_timers(self) -> None:
        sys.settrace(None)
        sys.setprofile(None)
        threading.settrace(None)
        threading.setprofile(None)
        if sys.getrecursionlimit() < self._recursion_limit:
            sys.setrecursionlimit(self._recursion_limit)
        for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
            signal.setitimer(timer, 0)
        for number, handler in self._signals.items():
            if signal.getsignal(number) is not handler and handler is not None:
                signal.signal(number, handler)

    def _restored_lists(self) -> Iterator[str]:
        for label, read, original in self._lists:
            found = read(self._shell)
            # an extension such as autoreload, or %matplotlib, registers callbacks of its own
            own = [item for item in found if not _is_in(item, original) and not _is_librarys(label, item)]
            missing = [item for item in original if not _is_in(item, found)]
            if own or missing:
                found[:] = original
            # a library takes its own away again: %matplotlib notebook those of %matplotlib inline
            if own or not all(_is_librarys(label, item) for item in missing):
                yield f"changed the shell's {label}"
        if self._shell.custom_exceptions:
            self._shell.custom_exceptions = ()
            yield "changed the shell's custom exceptions"

    def _restored_insides(self) -> Iterator[str]:
        rewritten, self._rewritten = self._rewritten, []
        self._restoring = True
        for thing, name, original in reversed(rewritten):
            if getattr(thing, name) is not original:
                setattr(thing, name, original)
                yield f"the {name} of {getattr(thing, '__qualname__', thing.__name__)}"
        self._restoring = False


def _left_modes() -> Iterator[str]:
    """Leave the modes of torch's that a cell made and never left; a default device is a mode of torch's own."""
    torch = sys.modules["torch"]._C  # no public function takes a mode off
    for kind in ("function", "dispatch"):
        kept = []
        while getattr(torch, f"_len_torch_{kind}_stack")():
            mode = getattr(torch, f"_pop_torch_{kind}_stack")()
            if type(mode).__module__.startswith("torch."):
                kept.append(mode)
            else:
                yield "entered a mode of torch's and never left it"
        for mode in reversed(kept):
            getattr(torch, f"_push_on_torch_{kind}_stack")(mode)


def _is_in(item: Any, items: Iterable[Any]) -> bool:  # noqa: ANN401
    return any(item is one for one in items)


def _is_librarys(label: str, item: Any) -> bool:  # noqa: ANN401
    return label == "callbacks" and getattr(item, "__module__", "__main__") != "__main__"


def _guarded_modules() -> Iterator[str]:
    for name, module in list(sys.modules.items()):
        near = _within(name, _FAMILIES) and not _within(name, _FAR_AWAY)
        if type(module) is types.ModuleType and (near or name in _MODULES):
            yield name


def _within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in packages)


def _module_places(modules: Mapping[str, types.ModuleType]) -> Iterator[_Place]:
    seen: set[int] = set()
    for name, module in modules.items():
        if id(vars(module)) not in seen:
            seen.add(id(vars(module)))
            yield _Place(name, module, vars(module), (vars(sys.modules["builtins"]),))


def _class_places(shell_class: type) -> Iterator[_Place]:
    """Yield each class that students know, and what it inherits from, once; built-in classes cannot be changed."""
    seen: set[type] = set()
    for name in (*_CLASSES_OF, ""):
        found = [shell_class] if not name else [v for v in vars(sys.modules[name]).values() if isinstance(v, type)]
        for kind in found:
            for base in kind.__mro__:
                changeable = base.__flags__ & (1 << 9) and not base.__flags__ & (1 << 8)
                if base not in seen and changeable and base.__module__.partition(".")[0] in _OWNERS:
                    seen.add(base)
                    bases = tuple(map(vars, base.__mro__[1:]))
                    yield _Place(f"{base.__module__}.{base.__qualname__}", base, vars(base), bases)


def _object_places(modules: Mapping[str, types.ModuleType]) -> Iterator[_Place]:
    """Yield the ready-made distributions of scipy.stats: `scipy.stats.norm.cdf` is an attribute of an object."""
    for name, value in vars(modules["scipy.stats"]).items():
        if not isinstance(value, type | types.ModuleType | types.FunctionType) and hasattr(value, "__dict__"):
            yield _Place(f"scipy.stats.{name}", value, vars(value), tuple(map(vars, type(value).__mro__)))


_List = tuple[str, Callable[[Any], list[Any]], tuple[Any, ...]]


def _shell_lists(shell: Any) -> list[_List]:  # noqa: ANN401
    readers: Iterable[tuple[str, Callable[[Any], list[Any]]]] = [
        ("input transformers", lambda shell: shell.input_transformers_post),
        ("input transformers", lambda shell: shell.input_transformer_manager.cleanup_transforms),
        ("input transformers", lambda shell: shell.input_transformer_manager.line_transforms),
        ("input transformers", lambda shell: shell.input_transformer_manager.token_transformers),
        ("AST transformers", lambda shell: shell.ast_transformers),
        *(
            ("callbacks", lambda shell, event=event: shell.events.callbacks[event])
            for event in shell.events.callbacks
        ),
    ]
    return [(label, read, tuple(read(shell))) for label, read in readers]
