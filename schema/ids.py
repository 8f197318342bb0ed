"""Ids and cursors as the API shows them: `art_17`, and hexadecimal text that SQL itself can write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cms.errors import BadUserInput
from schema.describe import DEFAULT_PAGE, PAGE_LIMIT, Order, SQLType

KINDS = {
    "art": "Article",
    "aut": "Author",
    "cat": "Category",
    "col": "Collection",
    "ref": "Reference",
    "src": "Source",
    "tag": "Tag",
}
PREFIXES = {kind: prefix for prefix, kind in KINDS.items()}
# How the ids of each type begin. A draft and a tombstone have that of the article.
ID_PREFIXES = PREFIXES | {"Draft": "art", "Tombstone": "art"}
# Ids of what `node` never gives, mostly because only its owner may know of it.
PRIVATE_PREFIXES = {"User": "usr", "Token": "tok", "Session": "ses"}
PRIVATE_PREFIXES |= {"Revision": "rev", "Schedule": "sch", "PreviewLink": "prv"}
PRIVATE_PREFIXES |= {"Asset": "ast"}
PRIVATE_PREFIXES |= {"Redirect": "red"}
PRIVATE_PREFIXES |= {"Endpoint": "end", "Delivery": "del", "Attempt": "att"}
ID_PREFIXES |= PRIVATE_PREFIXES | {"Colleague": "usr", "Image": "ast"}
LARGEST_ROW = 2**31 - 1
LARGEST_EVENT = 2**63 - 1
_ID = re.compile(r"([a-z]{3})_([1-9][0-9]{0,18})", re.ASCII)


def split_id(name: str, value: str) -> tuple[str, int]:
    """The prefix and the row number of a global id.

    Raises:
        BadUserInput: it is not of that form, or no type has that prefix.
    """
    match = _ID.fullmatch(value)
    if match is None or match[1] not in KINDS:
        raise BadUserInput(name, f"{_shown(value)} is not an id; ids look like art_17")
    return match[1], int(match[2])


def row_number(kind: str) -> Callable[[str, str], int | None]:
    """A converter from a global id of one type to its row number; None for a number that no row can have.

    The converter raises BadUserInput for malformed ids and for ids of other types.
    """

    def convert(name: str, value: str) -> int | None:
        prefix, number = split_id(name, value)
        if KINDS[prefix] != kind:
            article = "an" if KINDS[prefix][0] in "AEIOU" else "a"
            raise BadUserInput(
                name, f"{value} is the id of {article} {KINDS[prefix]}; this takes ids like {PREFIXES[kind]}_17"
            )
        return number if number <= LARGEST_ROW else None

    return convert


def row_numbers(kind: str) -> Callable[[str, list[str]], list[int]]:
    """As row_number, for a list of at most 100 ids."""
    convert = row_number(kind)

    def convert_all(name: str, values: list[str]) -> list[int]:
        numbers = (convert(name, value) for value in bounded(name, values))
        return [number for number in numbers if number is not None]

    return convert_all


def bounded(name: str, values: list[str]) -> list[str]:
    """The list itself.

    Raises:
        BadUserInput: it has more than 100 items.
    """
    if len(values) > PAGE_LIMIT:
        raise BadUserInput(name, f"{len(values)} items are too many; at most {PAGE_LIMIT}")
    return values


def private_id(kind: str, number: int) -> str:
    """The global id of a row of a private kind."""
    return f"{PRIVATE_PREFIXES[kind]}_{number}"


def private_row(kind: str, name: str, value: str) -> int:
    """The row number in an id of a private kind; 0 for a number that no row can have.

    Raises:
        BadUserInput: it is no id of that kind.
    """
    match = _ID.fullmatch(value)
    if match is None or match[1] != PRIVATE_PREFIXES[kind]:
        raise BadUserInput(name, f"{_shown(value)} is not such an id; this takes ids like {private_id(kind, 17)}")
    number = int(match[2])
    return number if number <= LARGEST_ROW else 0


def id_parts(words: Mapping[str, str]) -> tuple[tuple[SQLType, Callable[[str, Any], object]], ...]:
    """How an id of one of several kinds is read: as the word for its kind, and as its row number.

    `words` has the word for each kind. The converters raise BadUserInput for anything else.
    """
    prefixes = {(PREFIXES | PRIVATE_PREFIXES)[kind]: word for kind, word in words.items()}

    def parts(name: str, value: str) -> tuple[str, int]:
        match = _ID.fullmatch(value)
        if match is None or match[1] not in prefixes:
            examples = ", ".join(f"{prefix}_17" for prefix in sorted(prefixes))
            raise BadUserInput(name, f"{_shown(value)} is not such an id; this takes ids like {examples}")
        number = int(match[2])
        return prefixes[match[1]], number if number <= LARGEST_ROW else 0

    return ("text", lambda name, value: parts(name, value)[0]), ("int", lambda name, value: parts(name, value)[1])


def id_pairs(name: str, values: list[str]) -> list[tuple[str, int]]:
    """The prefixes and row numbers of up to 100 ids of any type; a number that no row can have becomes 0."""
    pairs = (split_id(name, value) for value in bounded(name, values))
    return [(prefix, number if number <= LARGEST_ROW else 0) for prefix, number in pairs]


def id_pair(name: str, value: str) -> list[tuple[str, int]]:
    """As id_pairs, for one id."""
    return id_pairs(name, [value])


def page_size(name: str, value: int | None) -> int:
    """The size of a page, DEFAULT_PAGE if none is given. A page of nothing still tells whether there is more.

    Raises:
        BadUserInput: it is not within 0 and PAGE_LIMIT.
    """
    return _within(0, name, DEFAULT_PAGE if value is None else value)


def list_size(name: str, value: int) -> int:
    """The size of a bounded list.

    Raises:
        BadUserInput: it is not within 1 and PAGE_LIMIT.
    """
    return _within(1, name, value)


def _within(least: int, name: str, size: int) -> int:
    if not least <= size <= PAGE_LIMIT:
        raise BadUserInput(name, f"{size} is out of range; it must be {least} to {PAGE_LIMIT}")
    return size


def cursor_part(order: Order, index: int) -> Callable[[str, str], object]:
    """A converter from a cursor of this order to the value of one of its keys.

    A cursor is the order's name and the key values of a row, joined by `|`, in lower-case hexadecimal UTF-8.
    The converter raises BadUserInput for anything that this order cannot have written.
    """

    def convert(name: str, cursor: str) -> object:
        return _cursor_values(name, cursor, order)[index]

    return convert


def _cursor_values(name: str, cursor: str, order: Order) -> list[object]:
    try:
        read = bytes.fromhex(cursor)
        # Python also reads capitals and spaces between, which no cursor ever had.
        text = read.decode() if read.hex() == cursor else ""
    except ValueError:
        text = ""
    label, _, rest = text.partition("|")
    parts = rest.rsplit("|", len(order.keys) - 1)
    if not rest or len(parts) != len(order.keys):
        raise BadUserInput(name, f"{_shown(cursor)} is not a cursor of this list")
    if label != order.name:
        raise BadUserInput(name, "this cursor belongs to a list in another order; start again without it")
    try:
        return [_READ[key.type](part) for key, part in zip(order.keys, parts, strict=True)]
    except ValueError as error:
        raise BadUserInput(name, f"{_shown(cursor)} is not a cursor of this list") from error


def _number(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,10}", text, re.ASCII) or abs(int(text)) > LARGEST_ROW:
        raise ValueError(text)
    return int(text)


def _large_number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,19}", text, re.ASCII) or int(text) > LARGEST_EVENT:
        raise ValueError(text)
    return int(text)


def _moment(text: str) -> datetime:
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text, re.ASCII):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _text(text: str) -> str:
    if "\0" in text:
        raise ValueError(text)
    return text


_READ: dict[str, Callable[[str], object]] = {"int": _number, "bigint": _large_number, "time": _moment, "text": _text}


def _shown(value: str) -> str:
    """The value for a message, shortened and without anything that could confuse a terminal."""
    return ascii(value if len(value) <= 40 else value[:40] + "…")
