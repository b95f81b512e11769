"""Dataclasses that are made in a fifth of the time: most of what a short run imports are values.

``dataclass`` of the standard library compiles six functions for each class, and imports
``inspect``: a fifth of the time of a run over one file. This one compiles ``__init__`` only, when
the first value of a class is made; the other methods are shared. It has the arguments that are used
here, and its classes are dataclasses to type checkers and to the functions of ``dataclasses``.
Their base classes are no dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MethodType

from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.constructors import make_function

__all__ = ["dataclass", "defaults_of", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
    from typing import Any, Protocol

    class _Value(Protocol):
        """A value of a class that is made here; to type checkers only, as a protocol costs time."""

        __value_fields__: Mapping[str, _Options]
        __value_types__: Mapping[str, object]

else:

    def dataclass(*, frozen=False, slots=False, kw_only=False):
        """Return a decorator that makes a dataclass of a class; see the standard library."""

        def decorate(cls):
            return _make(cls, frozen=frozen, slots=slots, kw_only=kw_only)

        return decorate

    def field(**options):
        """Return the options of a field; see the standard library."""
        return _Options(options)

    def replace(value, **changes):
        """Return a value with other fields; see the standard library."""
        cls = type(value)
        if not hasattr(cls, "__value_fields__"):
            from dataclasses import replace

            return replace(value, **changes)
        for name, options in cls.__value_fields__.items():
            if name not in changes and options.get("init", True):
                changes[name] = getattr(value, name)
        return cls(**changes)


def defaults_of(cls: Any) -> dict[str, object]:
    """Return the defaults of the fields of such a class, but for those that a factory makes."""
    return _plain_defaults(cls.__value_fields__)


_ABSENT = object()


class _Options(dict):  # type: ignore[type-arg]
    """The options of a field: ``default``, ``default_factory``, ``init``, ``repr``, ``compare``."""


class _Fields:
    """The fields as the functions of ``dataclasses`` need them, made when these first ask."""

    def __init__(self) -> None:
        self._made: Mapping[str, object] | None = None

    def __get__(self, value: object, cls: type[_Value]) -> Mapping[str, object]:
        if self._made is None:
            self._made = _standard_fields(cls)
        return self._made


def _standard_fields(cls: type[_Value]) -> Mapping[str, object]:
    import dataclasses

    rows: list[tuple[str, object, object]] = []
    for name, options in cls.__value_fields__.items():
        rows.append((name, cls.__value_types__[name], dataclasses.field(**options)))
    made = dataclasses.make_dataclass(cls.__name__, rows, kw_only=True)
    return {one.name: one for one in dataclasses.fields(made)}


def _make(cls: type, *, frozen: bool, slots: bool, kw_only: bool) -> type:
    types = {name: type_ for name, type_ in cls.__annotations__.items() if not _is_shared(type_)}
    fields = {name: _options(cls.__dict__.get(name, _ABSENT)) for name in types}
    own = {name: value for name, value in cls.__dict__.items() if name not in fields}
    added = _methods(fields, frozen=frozen)
    init = added["__init__"] = _Init(frozen=frozen, kw_only=kw_only)
    added |= {"__value_fields__": fields, "__value_types__": types}
    added["__dataclass_fields__"] = _Fields()
    added["__match_args__"] = () if kw_only else tuple(_arguments(fields))
    for name in ("__eq__", "__hash__", "__repr__"):
        if own.get(name) is not None:  # the class has its own
            del added[name]
    if slots:
        cls = _with_slots(cls, {**own, **added, "__slots__": tuple(fields)})
    else:
        for name, value in {**added, **_plain_defaults(fields)}.items():
            setattr(cls, name, value)
    init.owner = cls
    return cls


def _arguments(fields: Mapping[str, _Options]) -> list[str]:
    """Return the names of the fields that ``__init__`` takes."""
    return [name for name, options in fields.items() if options.get("init", True)]


def _is_shared(type_: object) -> bool:
    """Return whether an annotation is that of a variable of the class."""
    return str(type_).startswith("ClassVar")


def _options(given: object) -> _Options:
    """Return the options of a field, whose value in the class is given."""
    if isinstance(given, _Options):
        return given
    return _Options({} if given is _ABSENT else {"default": given})


def _with_slots(cls: type, own: dict[str, object]) -> type:
    """Return the class again, with slots in place of a dictionary."""
    for name in ("__dict__", "__weakref__"):
        own.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, own)
    made.__qualname__ = cls.__qualname__
    return made


def _plain_defaults(fields: Mapping[str, _Options]) -> dict[str, object]:
    return {name: one["default"] for name, one in fields.items() if "default" in one}


class _Init:
    """The ``__init__`` of a class until it is first looked up, and is then compiled."""

    owner: type[_Value]

    def __init__(self, *, frozen: bool, kw_only: bool) -> None:
        self._frozen = frozen
        self._kw_only = kw_only

    def __get__(self, value: object, _: type) -> Callable[..., None]:
        made = _init(self.owner, frozen=self._frozen, kw_only=self._kw_only)
        self.owner.__init__ = made  # type: ignore[method-assign]
        return made if value is None else MethodType(made, value)


def _init(cls: type[_Value], *, frozen: bool, kw_only: bool) -> Callable[..., None]:
    """Return ``__init__``, with the fields as its arguments."""
    fields, types = cls.__value_fields__, cls.__value_types__
    taken = _arguments(fields)
    names: dict[str, object] = {"_set": object.__setattr__, "_ABSENT": _ABSENT}
    arguments = ["*"] if kw_only else []
    lines: list[str] = []
    for name, options in fields.items():
        argument, value = _argument(name, options, names)
        if name in taken:
            arguments.append(argument)
        else:
            value = f"_of_{name}"
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if "__post_init__" in cls.__dict__:
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines) or "pass"
    source = f"def __init__(self, {', '.join(arguments)}):\n    {body}"
    init = cast("Callable[..., None]", make_function("__init__", source, names))
    init.__annotations__ = {name: types[name] for name in taken} | {"return": None}
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__module__ = cls.__module__
    return init


def _argument(name: str, options: _Options, names: dict[str, object]) -> tuple[str, str]:
    """Return a field as an argument, and its value; a default is added to the ``names``."""
    if "default" in options:
        names[f"_of_{name}"] = options["default"]
        return f"{name}=_of_{name}", name
    if "default_factory" in options:
        names[f"_of_{name}"] = options["default_factory"]
        return f"{name}=_ABSENT", f"_of_{name}() if {name} is _ABSENT else {name}"
    return name, name


def _methods(fields: Mapping[str, _Options], *, frozen: bool) -> dict[str, object]:
    """Return the methods that need not be compiled."""
    compared = [name for name, options in fields.items() if options.get("compare", True)]
    shown = [name for name, options in fields.items() if options.get("repr", True)]
    read = attrgetter(*compared) if compared else _nothing

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(read(self) == read(other))

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(read(self))

    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    methods: dict[str, object] = {"__eq__": __eq__, "__hash__": None, "__repr__": __repr__}
    if frozen:
        methods |= {"__hash__": __hash__, "__setattr__": _refuse, "__delattr__": _refuse}
        methods |= {"__getstate__": _get_state, "__setstate__": _set_state}
    return methods


def _nothing(_: object) -> tuple[()]:
    return ()


def _refuse(self: object, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _get_state(self: _Value) -> list[object]:
    return [getattr(self, name) for name in self.__value_fields__]


def _set_state(self: _Value, state: list[object]) -> None:
    for name, value in zip(self.__value_fields__, state, strict=True):
        object.__setattr__(self, name, value)
