"""Our structs in spaCy's ``Doc.user_data``: declared as extensions, and kept when the Doc is.

spaCy writes user data with srsly's msgpack and asks srsly's registries for what msgpack does not
know. Registered there, the structs of :mod:`annotator.schema` pass through ``Doc.to_bytes``,
``DocBin(store_user_data=True)`` and ``nlp.pipe(n_process=2)`` and come back as they were. An
installed program is found by its entry points, so that a process that never imported it can read
such a Doc too.

A DocBin may come from a stranger. Only structs of the schema are made, by name, and each is
checked against its types.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from srsly import msgpack_decoders, msgpack_encoders

from annotator import schema

#: The key that tells a struct from a dict; its value is the struct's name.
KEY = "annotator.schema"

_STRUCTS: Mapping[str, type[schema.Struct]] = {
    name: kind
    for name, kind in vars(schema).items()
    if isinstance(kind, type) and issubclass(kind, schema.Struct) and kind is not schema.Struct
}

Chain = Callable[[Any], Any] | None


def encode(obj: Any, chain: Chain = None) -> Any:
    """A struct of the schema as a dict that names it; anything else goes on to ``chain``."""
    name = type(obj).__name__
    if _STRUCTS.get(name) is type(obj):
        return {KEY: name, **msgspec.to_builtins(obj)}
    return obj if chain is None else chain(obj)


def decode(obj: Any, chain: Chain = None) -> Any:
    """The struct that :func:`encode` made a dict of; anything else goes on to ``chain``.

    Raises:
        msgspec.ValidationError: the dict names one, and is none (a ``ValueError``).
    """
    if KEY not in obj:
        return obj if chain is None else chain(obj)
    try:
        return _struct(obj)
    except msgspec.ValidationError:
        # srsly stops the garbage collector while it reads, and forgets it where reading fails.
        gc.enable()
        raise


def _struct(obj: Mapping[Any, Any]) -> schema.Struct:
    name = obj[KEY]
    kind = _STRUCTS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise msgspec.ValidationError(f"No struct of annotator.schema is called {name!r}.")
    fields = {key: value for key, value in obj.items() if key != KEY}
    return msgspec.convert(fields, type=kind)


def declare(owner: Any, **defaults: Any) -> None:
    """Declare custom attributes, unless somebody has done so.

    Args:
        owner: ``Doc`` or ``Span``.
        defaults: the names, and what an attribute is until it is set.
    """
    for name, default in defaults.items():
        if not owner.has_extension(name):
            owner.set_extension(name, default=default)


msgpack_encoders.register(KEY, func=encode)
msgpack_decoders.register(KEY, func=decode)
