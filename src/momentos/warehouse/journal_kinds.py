"""The kinds of entry in the journal: each one frozen dataclass that says under which name it is kept and whom it names.

A kind is declared where it is written: in a wing's ``kept``, or in one of the modules of the ground listed here.
"""

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import momentos

GROUND = (
    "momentos.access.card_codes",
    "momentos.figures.taken_targets",
    "momentos.loading.redo",
    "momentos.loading.remembered_layouts",
    "momentos.loading.same_names",
    "momentos.loading.storing",
)
"""The modules of the ground that write entries."""
SUBJECT = "subject"
"""What an entry is about, which stands beside its fields."""

_Said = TypeVar("_Said")


class Names(StrEnum):
    """Whom a field names."""

    EMPLOYEE = "employee"
    """One employee, by any text that means them."""
    ANYBODY = "anybody"
    """Texts of spreadsheets, which may be anybody's name."""
    ENTRY = "entry"
    """Whomever the entry with this number names."""


@dataclass(frozen=True)
class Kind:
    """How a dataclass is kept: the name in the journal, and which fields (or the subject) name whom."""

    name: str
    said: type
    naming: Mapping[str, Names]
    may_name: Callable[[Any], bool] | None


_KINDS: dict[str, Kind] = {}


def kept_as(
    name: str, /, *, may_name: Callable[[Any], bool] | None = None, **naming: Names
) -> Callable[[type[_Said]], type[_Said]]:
    """Register a frozen dataclass as a kind of entry. ``naming`` says of each field that names somebody whom it names;
    ``may_name`` tells the entries in which these fields name nobody. The author is named by every entry."""

    def register(said: type[_Said]) -> type[_Said]:
        if not (is_dataclass(said) and said.__dataclass_params__.frozen):  # type: ignore[attr-defined]
            raise TypeError(f"{said.__name__} is no frozen dataclass")
        if name in _KINDS and _KINDS[name].said.__qualname__ != said.__qualname__:
            raise TypeError(f"two kinds of entry are called {name}")
        if unknown := set(naming) - {SUBJECT} - {field.name for field in fields(said)}:
            raise TypeError(f"{said.__name__} has no {', '.join(sorted(unknown))}")
        _KINDS[name] = Kind(name, said, naming, may_name)
        return said

    return register


def kind_of(said: type) -> Kind:
    """The kind registered for this dataclass; a ``TypeError`` where there is none."""
    for kind in _KINDS.values():
        if kind.said is said:
            return kind
    raise TypeError(f"{said.__name__} is not registered as a kind of entry")


def every_kind() -> Mapping[str, Kind]:
    """All kinds by name, those of wings not yet asked for too."""
    for module in (*GROUND, *_kept_modules()):
        importlib.import_module(module)
    return dict(_KINDS)


def as_plain(said: object) -> dict[str, Any]:
    """What was said as plain JSON: a dataclass with a shape of its own says it in ``as_plain``."""
    if hasattr(said, "as_plain"):
        return dict(said.as_plain())
    return {field.name: _plain(getattr(said, field.name)) for field in fields(said)}  # type: ignore[arg-type]


def as_said(said: type[_Said], value: Mapping[str, Any]) -> _Said:
    """What was said, from what was kept; what an earlier version kept besides is left out, and what it did not know is
    as the dataclass has it by itself."""
    own_shape = getattr(said, "from_plain", None)
    if own_shape is not None:
        made: _Said = own_shape(value)
        return made
    types = _types_of(said)  # type: ignore[arg-type]
    known = [field.name for field in fields(said) if field.name in value]  # type: ignore[arg-type]
    return said(**{name: _typed(types[name], value[name]) for name in known})


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value of JSON, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in texts_in(inner))
    elif isinstance(value, Iterable):
        yield from (text for inner in value for text in texts_in(inner))


def _kept_modules() -> Iterator[str]:
    """The modules in the ``kept`` of every wing."""
    for wing in pkgutil.iter_modules(momentos.__path__, f"{momentos.__name__}."):
        if wing.ispkg and importlib.util.find_spec(f"{wing.name}.kept") is not None:
            package = importlib.import_module(f"{wing.name}.kept")
            yield from (module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))


@cache
def _types_of(said: Any) -> Mapping[str, Any]:
    return get_type_hints(said)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value


def _typed(wanted: Any, value: Any) -> Any:
    """A value of JSON as the type of its field: days, words of a list, tuples and numbers; the rest as it is."""
    if value is None:
        return None
    if isinstance(wanted, UnionType):
        return _typed(next(one for one in get_args(wanted) if one is not type(None)), value)
    if wanted is date:
        return date.fromisoformat(value)
    if get_origin(wanted) is tuple:
        return tuple(value)
    if isinstance(wanted, type) and issubclass(wanted, Enum | float | str):
        return wanted(value)
    return value
