"""Messages between grader and worker, and how values become bytes; no pickle, no I/O.

A frame is a 4-byte big-endian length and that many bytes of msgpack. Plain values travel as themselves;
everything else is a list whose first element is a tag (see `_TAGS`), so nothing that arrives is ever more
than numbers, text, lists, dicts and arrays. Whatever has no such form becomes `Opaque`, which carries a
type name and nothing else.
"""

from __future__ import annotations

import math
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

HEADER = struct.Struct(">I")
MAX_DEPTH = 32
MAX_ITEMS = 1_000_000
MAX_ALL_ITEMS = 4_000_000  # of all lists and dicts of a message together: an empty list is one byte here, 56 in memory
MAX_DIGITS = 1_000
MAX_DIMENSIONS = 8
MAX_ARRAY_BYTES = 1 << 26
_DTYPES = {
    np.dtype(name).str: np.dtype(name)
    for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
        "float16", "float32", "float64", "complex64", "complex128",
    )
}
_INT64 = range(-(2**63), 2**63)


class ProtocolError(ValueError):
    """Bytes that are not a well-formed message: too long, too deep, of the wrong shape or type."""


@dataclass(frozen=True)
class Opaque:
    """A value that does not travel: its type's name is all that is known of it."""

    type_name: str


@dataclass(frozen=True, eq=False)
class TensorValue:
    """A torch tensor as data: its values as an array (shape and dtype kept) and whether it tracks gradients."""

    array: np.ndarray[Any, Any]
    requires_grad: bool = False


def frame(message: Any, limit: int) -> bytes:  # noqa: ANN401  (any msgpack value)
    """Return `message` as one frame; raises ProtocolError for what the other side would refuse.

    That is more than `limit` bytes, more than msgpack's own types, or more items or levels than `unframe` takes.
    """
    try:
        body: bytes = msgpack.packb(message, use_bin_type=True, unicode_errors="replace")
    except Exception as error:  # msgpack raises many kinds for what it cannot pack; each means the same here
        raise ProtocolError(f"a message that cannot be packed: {type(error).__name__}") from None
    if len(body) > limit:
        raise ProtocolError(f"a message of {len(body)} bytes; at most {limit} are allowed")
    unframe(body)
    return HEADER.pack(len(body)) + body


def unframe(body: bytes) -> Any:  # noqa: ANN401
    """Return the message in the body of a frame; raises ProtocolError if it is not msgpack of bounded size."""
    items_left = MAX_ALL_ITEMS

    def count(items: Any) -> Any:  # noqa: ANN401
        nonlocal items_left
        items_left -= 1 + len(items)
        if items_left < 0:
            raise ProtocolError(f"more than {MAX_ALL_ITEMS} items")
        return items

    try:
        return msgpack.unpackb(
            body, raw=False, strict_map_key=True, max_array_len=MAX_ITEMS, max_map_len=MAX_ITEMS,
            list_hook=count, object_hook=count,
        )
    except Exception as error:  # msgpack raises many kinds for bad bytes; each of them means the same here
        raise ProtocolError(f"not a message: {type(error).__name__}") from None


def encode(value: Any, depth: int = 0) -> Any:  # noqa: ANN401
    """Return `value` in tagged msgpack form. Never raises for an odd value: it becomes an `opaque` tag."""
    try:
        return _encode(value, depth)
    except (ProtocolError, MemoryError):
        raise
    except BaseException:
        return ["opaque", _type_name(value)]


def _encode(value: Any, depth: int) -> Any:  # noqa: ANN401
    if depth > MAX_DEPTH:
        raise ProtocolError(f"a value nested more than {MAX_DEPTH} deep")
    kind = type(value)
    if value is None or kind is bool or kind is float:
        return value
    if isinstance(value, str):
        return str.encode(value, "utf-8", "replace").decode()  # a lone surrogate has no bytes
    if isinstance(value, np.generic):
        return _encode_array("scalar", np.asarray(value)) or ["opaque", _type_name(value)]
    if isinstance(value, int):
        # int.__index__ and float.__float__ of the base class: a subclass's own methods are not asked
        number = int.__index__(value)
        return number if number in _INT64 else _encode_huge(number)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, complex):
        return ["complex", *struct.unpack("<dd", np.complex128(complex.__complex__(value)).tobytes())]
    if isinstance(value, list | tuple):
        if len(value) > MAX_ITEMS:
            raise ProtocolError(f"a sequence of more than {MAX_ITEMS} items")
        base = list if isinstance(value, list) else tuple
        items = [encode(item, depth + 1) for item in base.__iter__(value)]  # type: ignore[arg-type]
        return ["list" if base is list else "tuple", items]
    if isinstance(value, dict):
        pairs = list(dict.items(value))
        if len(pairs) > MAX_ITEMS:
            raise ProtocolError(f"a dict of more than {MAX_ITEMS} items")
        keys = [encode(key, depth + 1) for key, _ in pairs]
        if not all(map(_may_be_key, keys)):
            return ["opaque", "dict with keys of other kinds"]
        return ["dict", [[key, encode(item, depth + 1)] for key, (_, item) in zip(keys, pairs, strict=True)]]
    if isinstance(value, np.ndarray):
        return _encode_array("array", np.asarray(value)) or ["opaque", "ndarray of objects"]
    if isinstance(value, TensorValue):
        tensor = _encode_array("tensor", value.array)
        return ["opaque", "Tensor"] if tensor is None else [*tensor, bool(value.requires_grad)]
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return _encode_tensor(torch, value)
    return ["opaque", _type_name(value)]


def _encode_huge(number: int) -> Any:  # noqa: ANN401
    if number.bit_length() > 3 * MAX_DIGITS:
        return ["opaque", "int of more than a thousand digits"]
    return ["int", str(number)]


def _encode_array(tag: str, array: np.ndarray[Any, Any]) -> list[Any] | None:
    if array.dtype.type is np.longdouble:  # numbers like any others; the digits beyond float64 stay behind
        with np.errstate(all="ignore"):
            array = array.astype(np.float64)
    dtype = array.dtype.newbyteorder("<") if array.dtype.byteorder == ">" else array.dtype
    if dtype.str not in _DTYPES or array.ndim > MAX_DIMENSIONS:
        return None
    if array.nbytes > MAX_ARRAY_BYTES:  # said before it is copied: the copy might not fit either
        raise ProtocolError(f"an array of more than {MAX_ARRAY_BYTES} bytes")
    return [tag, dtype.str, list(array.shape), np.ascontiguousarray(array, dtype=dtype).tobytes()]


def _encode_tensor(torch: Any, tensor: Any) -> Any:  # noqa: ANN401
    with torch._C.DisableTorchFunctionSubclass():
        try:
            array = tensor.detach().cpu().numpy()
        except (TypeError, RuntimeError):  # bfloat16, sparse, quantised: no NumPy form
            return ["opaque", "Tensor"]
        coded = _encode_array("tensor", np.asarray(array))
        return ["opaque", "Tensor"] if coded is None else [*coded, bool(tensor.requires_grad)]


def _type_name(value: Any) -> str:  # noqa: ANN401
    name = type.__dict__["__name__"].__get__(type(value))  # a metaclass's own __name__ is not asked
    return name[:60] if isinstance(name, str) and name.isidentifier() and name.isascii() else "object"


def decode(
    coded: Any,  # noqa: ANN401
    make_tensor: Callable[[np.ndarray[Any, Any], bool], Any] = TensorValue,
    depth: int = 0,
) -> Any:  # noqa: ANN401
    """Return the value that `encode` turned into `coded`; raises ProtocolError for anything else.

    Arrays arrive as writable copies. `make_tensor(array, requires_grad)` builds what a tensor arrives as.
    """
    if depth > MAX_DEPTH:
        raise ProtocolError(f"a value nested more than {MAX_DEPTH} deep")
    if coded is None or isinstance(coded, bool | int | float | str):
        return coded
    if not isinstance(coded, list) or not coded or not isinstance(coded[0], str):
        raise ProtocolError("an untagged value")
    tag, *rest = coded
    try:
        match tag, rest:
            case "list" | "tuple", [list(items)]:
                values = [decode(item, make_tensor, depth + 1) for item in items]
                return values if tag == "list" else tuple(values)
            case "dict", [list(pairs)]:
                return {
                    _key(decode(key, make_tensor, depth + 1)): decode(item, make_tensor, depth + 1)
                    for key, item in pairs
                }
            case "array", [str(dtype), list(shape), bytes(raw)]:
                return _decode_array(dtype, shape, raw)
            case "scalar", [str(dtype), [], bytes(raw)]:
                return _decode_array(dtype, [], raw)[()]
            case "tensor", [str(dtype), list(shape), bytes(raw), bool(requires_grad)]:
                return make_tensor(_decode_array(dtype, shape, raw), requires_grad)
            case "complex", [float(real), float(imaginary)]:
                return complex(real, imaginary)
            case "int", [str(digits)] if len(digits) <= MAX_DIGITS + 1:
                return int(digits)
            case "opaque", [str(name)]:
                return Opaque(name[:60])
    except (TypeError, ValueError, OverflowError, MemoryError) as error:
        raise ProtocolError(f"a malformed {tag[:20]!r} value: {type(error).__name__}") from None
    raise ProtocolError(f"an unknown or malformed value tagged {tag[:20]!r}")


def _decode_array(dtype: str, shape: list[Any], raw: bytes) -> np.ndarray[Any, Any]:
    if dtype not in _DTYPES or len(shape) > MAX_DIMENSIONS:
        raise ProtocolError("an array of a type or dimension that does not travel")
    if not all(type(n) is int and 0 <= n <= 2**40 for n in shape):
        raise ProtocolError("an array with a shape that is no shape")
    if math.prod(shape) * _DTYPES[dtype].itemsize != len(raw):
        raise ProtocolError("an array whose bytes do not fit its shape")
    return np.frombuffer(raw, dtype=_DTYPES[dtype]).reshape(shape).copy()


def _may_be_key(coded: Any) -> bool:  # noqa: ANN401
    """Whether an encoded value may be a dict's key: what compares and hashes by its value, and nothing else."""
    if not isinstance(coded, list):
        return True
    return coded[0] in {"int", "scalar", "complex"} or (coded[0] == "tuple" and all(map(_may_be_key, coded[1])))


def _key(key: Any) -> Any:  # noqa: ANN401
    if not isinstance(key, str | int | float | complex | bool | tuple | np.generic) and key is not None:
        raise ProtocolError("a dict key that is no plain value")
    return key
