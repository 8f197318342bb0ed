"""What editors type into the fields of sources, authors, categories and the like, checked against their columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tortoise.models import Model

from cms import text
from cms.errors import FieldProblem, NotFound, ValidationFailed, VersionConflict
from cms.ids import shown_id
from cms.models import Author
from cms.words import AuthorKind

LONGEST_TEXT = 10_000  # characters of a field that has no length of its own
MULTILINE = frozenset({"description", "teaser"})

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"(?:[A-Za-z]{2,8}|[xXiI](?=-))(-[A-Za-z0-9]{1,8})*")
_MEDIA_TOPIC = re.compile(r"medtop:[0-9]{8}")


def check_version(row: Any, expected: int) -> None:
    """Refuse a change of what was changed since it was read.

    Raises:
        VersionConflict: the row is not at the expected version.
    """
    if row.version != expected:
        raise VersionConflict(expected, row.version)


def missing(kind: str, number: int) -> NotFound:
    """The refusal of an id that nothing has."""
    return NotFound(kind, shown_id(kind, number))


@dataclass
class Input:
    """The columns that an input sets, and everything that is wrong with it."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: list[FieldProblem] = field(default_factory=list)

    @property
    def changed(self) -> list[str]:
        """The fields that it changes, as people know them."""
        return [name for name in self.values if name not in {"key", "sort_key"}]

    def refuse(self, path: str, message: str) -> None:
        """Note one problem more."""
        self.problems.append(FieldProblem(path, message))

    def check(self) -> None:
        """Go on only when nothing is wrong.

        Raises:
            ValidationFailed: naming every problem.
        """
        if self.problems:
            raise ValidationFailed(*self.problems)


def read(model: type[Model], given: Mapping[str, object], *, required: tuple[str, ...] = (), row: Any = None) -> Input:
    """The columns of a row that an input sets; None stands for what is left as it is.

    With a name come the keys under which it is compared and sorted, with a title its key.

    Args:
        model: whose columns they are; their lengths count.
        given: the values as they came in, by the name of the column.
        required: what a new row cannot be without.
        row: as it is now; what the input only repeats is neither checked nor set.
    """
    found = Input()
    for name, value in given.items():
        if row is not None and value == getattr(row, name):
            continue
        if isinstance(value, str) and not isinstance(value, Enum):
            _read_text(found, model, name, value)
        elif value is not None:
            found.values[name] = value
        elif name in required:
            found.refuse(shown_path(name), "must be given")
    if row is not None:
        found.values = {name: value for name, value in found.values.items() if value != getattr(row, name)}
    if "sort_key" in model._meta.fields_map and {"name", "kind"} & found.values.keys():
        name = found.values.get("name", getattr(row, "name", ""))
        sort_key = text.sort_key(name, is_person=is_person(model, given, row))
        found.values["sort_key"] = sort_key[: _longest(model, "sort_key")]
    return found


def is_person(model: type[Model], values: Mapping[str, object], row: Any = None) -> bool:
    """Whether a row with these values (that was `row`) is a person, whose name is read in its own way."""
    kind = values.get("kind") or getattr(row, "kind", AuthorKind.PERSON)
    return model is Author and kind == AuthorKind.PERSON


def _read_text(found: Input, model: type[Model], name: str, value: str) -> None:
    cleaned = text.clean(value)
    if problem := next(_problems(model, name, value, cleaned), None):
        found.refuse(shown_path(name), problem)
        return
    found.values[name] = cleaned
    if name == "name" and "key" in model._meta.fields_map:
        _read_name(found, model, cleaned)
    elif name == "title" and "title_key" in model._meta.fields_map:
        found.values["title_key"] = text.fold(cleaned)[: _longest(model, "title_key")]


def _read_name(found: Input, model: type[Model], name: str) -> None:
    key = text.fold(name)
    if not key:
        found.refuse("name", "must have a letter or a digit")
    elif len(key) > _longest(model, "key"):
        # Compatibility characters stand for several: U+FDFA alone for eighteen.
        found.refuse("name", f"is {len(key):,} characters long when written out; at most {_longest(model, 'key'):,}")
    found.values["key"] = key


def _problems(model: type[Model], name: str, value: str, cleaned: str) -> Iterator[str]:
    longest = _longest(model, name)
    if problem := text.problem_in(value, max_length=longest, multiline=name in MULTILINE):
        yield problem
    if len(cleaned) > longest:
        yield f"is {len(cleaned):,} characters long when written out; at most {longest:,} are allowed"
    if not cleaned and name in _FILLED:
        yield "must not be empty"
    if cleaned and name in _RULES and (problem := _RULES[name](cleaned)):
        yield problem


def url_problem(url: str) -> str | None:
    """What keeps a text from being an address of the web."""
    try:
        parts = urlsplit(url)
        is_address = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or any(character.isspace() or character in '<>"\\' for character in url):
        return "write a web address that begins with http:// or https://"
    if parts.username is not None or parts.password is not None:
        return "leave the user name and the password out of the address; everybody can read it"
    return None


def _matching(pattern: re.Pattern[str], message: str) -> Callable[[str], str | None]:
    return lambda value: None if pattern.fullmatch(value) else message


def _zone_problem(name: str) -> str | None:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return "is not a time zone such as Asia/Shanghai or Europe/Berlin"
    return None


_RULES: dict[str, Callable[[str], str | None]] = {
    "url": url_problem,
    "slug": _matching(_SLUG, "takes small letters a to z and digits, with single dashes between: front-page"),
    "language": _matching(LANGUAGE, "is not a language tag such as zh-Hans or en"),
    "time_zone": _zone_problem,
    "media_topic": _matching(_MEDIA_TOPIC, "write the code of an IPTC Media Topic: medtop:01000000"),
}
_FILLED = frozenset({"name", "title", "slug"})


def _longest(model: type[Model], name: str) -> int:
    return getattr(model._meta.fields_map[name], "max_length", None) or LONGEST_TEXT


def shown_path(name: str) -> str:
    """The name of a column as the API writes it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
