"""JSON lines: one article a line, every field checked, nothing unknown passed over. Documented in docs/importing.md."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError, from_json

from cms.errors import ItemRefused, ValidationFailed
from cms.importers.credits import kind_of
from cms.importers.dates import ImpossibleDate, parse_iso
from cms.importers.item import ImportItem, ItemCredit, ItemReference
from cms.importers.limits import (
    DEEPEST_CATEGORY,
    LONGEST_BODY,
    LONGEST_CATEGORY,
    LONGEST_HTML,
    MOST_COLLECTIONS,
    MOST_CREDITS,
    MOST_REFERENCES,
    MOST_TAGS,
    check,
    too_many,
)
from cms.sanitize import blocks_to_text, body_html, html_to_blocks, paragraphs_to_html
from cms.text import clean, ends_sentence, language_of, problem_in, trim
from cms.words import AuthorKind, CreditRole, RelationKind

_NO_BODY = ("body", "is required (as plain text in body or as HTML in bodyHtml)")

_LONGEST_PATH = 2 * DEEPEST_CATEGORY * LONGEST_CATEGORY  # with arrows and spaces between the names

_Word = TypeVar("_Word", CreditRole, AuthorKind, RelationKind)


def _named(value: object) -> object:
    """A name alone stands for an object with that name."""
    return {"name": value} if isinstance(value, str) else value


def _titled(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


def _path(value: object) -> object:
    """ "a > b" and "a/b" as lists; where ">" stands, "/" may be part of a name."""
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST_PATH:
        raise PydanticCustomError("path_too_long", f"is longer than {_LONGEST_PATH:,} characters")
    names = re.split(r"[>＞›»]" if re.search(r"[>＞›»]", value) else "/", value)
    return [name for name in names if clean(name)]


def _text_id(value: object) -> object:
    """Ids are numbers in many systems."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _at_most(most: int) -> BeforeValidator:
    """A list's limit, held before any of its entries is looked at: a million of them would take seconds."""

    def counted(value: object) -> object:
        if isinstance(value, list) and len(value) > most:
            raise PydanticCustomError("too_many", too_many(len(value), most))
        return value

    return BeforeValidator(counted)


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", alias_generator=to_camel, validate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def know_all(cls, value: object) -> object:
        """Refuse the first unknown field alone; `extra` would tell of all of them, a million maybe."""
        if isinstance(value, dict):
            known = [field.alias or name for name, field in cls.model_fields.items()]
            unknown = next((name for name in value if name not in known), None)
            if unknown is not None:
                raise PydanticCustomError(_UNKNOWN, "{reason}", {"name": unknown, "reason": _unknown(unknown, known)})
        return value


class _Author(_Record):
    name: str
    role: str = CreditRole.AUTHOR.value
    kind: str = ""


class _Source(_Record):
    name: str
    url: str = ""


class _Reference(_Record):
    title: str
    teaser: str = ""
    url: str = ""
    kind: str = RelationKind.RELATED.value


_References = Annotated[list[Annotated[_Reference, BeforeValidator(_titled)]], _at_most(MOST_REFERENCES)]


class _Article(_Record):
    title: str
    subtitle: str = ""
    body: str | None = None
    body_html: str | None = None
    published_at: str = ""
    source: Annotated[_Source, BeforeValidator(_named)] | None = None
    # The last one is the first to run.
    category: Annotated[list[str], _at_most(DEEPEST_CATEGORY), BeforeValidator(_path)] = Field(default_factory=list)
    authors: Annotated[list[Annotated[_Author, BeforeValidator(_named)]], _at_most(MOST_CREDITS)] = Field(
        default_factory=list
    )
    byline: str = ""
    tags: Annotated[list[str], _at_most(MOST_TAGS)] = Field(default_factory=list)
    excerpt: str = ""
    language: str = ""
    external_id: Annotated[str, BeforeValidator(_text_id)] = ""
    url: str = ""
    licence: str = ""
    credit_line: str = ""
    urgency: int | None = None
    views: int = 0
    related: _References = Field(default_factory=list)
    hot: _References | None = None
    newest: _References | None = None
    collections: Annotated[list[str], _at_most(MOST_COLLECTIONS)] = Field(default_factory=list)


_UNKNOWN = "unknown_field"
_TYPES = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "dict_type": "must be an object",
    "missing": "is required",
    "int_parsing_size": "is too large a number",
}


def parse_line(line: bytes, label: str) -> ImportItem:
    """The article that one line holds.

    Args:
        line: a JSON object in UTF-8.
        label: where it was read ("export.jsonl:204").

    Raises:
        ItemRefused: not UTF-8, not JSON, not an object, or a field that is given twice, unknown, missing, of the wrong
            type or not storable; the field is named by its path in the JSON ("authors.2.name").
    """
    text = _text(line, label)
    record = _without_nulls(_object(text, label))
    item = _read_with_id(record, label) if "id" in record else _read(record, label)
    _refuse_doubles(text, label)  # last, for it costs a second parse
    return item


def _read_with_id(record: dict[str, Any], label: str) -> ImportItem:
    """The article of a record that calls its externalId id; so does what is said of it."""
    if "externalId" in record:
        raise ItemRefused(label, "id", "is another name of externalId; give only one of them")
    record["externalId"] = record.pop("id")
    try:
        return _read(record, label)
    except ItemRefused as refusal:
        if refusal.field == "externalId":
            raise ItemRefused(label, "id", refusal.reason) from None
        raise


def _read(record: dict[str, Any], label: str) -> ImportItem:
    try:
        article = _Article.model_validate(record)
    except ValidationError as error:
        raise _refusal(error, label) from None
    return check(_item(article, label))


def _text(line: bytes, label: str) -> str:
    try:
        return line.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise ItemRefused(label, "line", f"is not valid UTF-8 at byte {error.start + 1}") from None


def _object(text: str, label: str) -> dict[str, Any]:
    try:
        value = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise ItemRefused(label, "line", f"is not valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise ItemRefused(label, "line", "must hold one JSON object")
    return value


def _refuse_doubles(text: str, label: str) -> None:
    """Refuse an object that names a field twice, of which a parser keeps the last without a word.

    Only the slower parser shows them; 20 µs of the 400 µs that an article takes.
    """

    def look(pairs: list[tuple[str, object]]) -> None:
        if len(dict(pairs)) < len(pairs):
            [(double, _)] = Counter(name for name, _ in pairs).most_common(1)
            raise ItemRefused(label, _safe(double) or "line", "is given twice in one object; keep one of them")

    json.loads(text, object_pairs_hook=look)


def _without_nulls(value: dict[str, Any]) -> dict[str, Any]:
    """`null` says that there is nothing, as a field left out does; inside source, authors and references too."""
    return {key: _bare(one) for key, one in value.items() if one is not None}


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if one is not None}
    return [_bare(one) if isinstance(one, dict) else one for one in value] if isinstance(value, list) else value


def _refusal(error: ValidationError, label: str) -> ItemRefused:
    """The first problem, unknown fields before all others: a mistyped name is why another one is missing."""
    details = error.errors(include_url=False, include_input=False)
    detail = next((one for one in details if one["type"] == _UNKNOWN), details[0])
    place = [*detail["loc"], detail["ctx"]["name"]] if detail["type"] == _UNKNOWN else detail["loc"]
    path = ".".join(str(part) for part in place)
    return ItemRefused(label, _safe(path) or "line", _TYPES.get(detail["type"], detail["msg"]))


def _unknown(name: str, known: list[str]) -> str:
    nearest = get_close_matches(to_camel(name[:100]), known, n=1, cutoff=0.7)
    advice = f"; did you mean “{nearest[0]}”?" if nearest else f"; known are {', '.join(known)}"
    return f"is not a known field{advice}"


def _safe(path: str) -> str:
    """A field's name from the input, fit for a report."""
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "?", path[:200])


def _item(article: _Article, label: str) -> ImportItem:
    html, text = _body(article, label)
    source = article.source or _Source(name="")
    given = {name: _references(getattr(article, name), name, label) for name in ("related", "hot", "newest")}
    return ImportItem(
        label=label,
        title=clean(article.title),
        subtitle=clean(article.subtitle),
        body_html=html,
        excerpt=clean(article.excerpt),
        language=article.language or language_of(f"{article.title}\n{text[:20_000]}"),
        published_at=_published_at(article.published_at, label),
        source=clean(source.name),
        source_url=source.url,
        category_path=tuple(clean(name) for name in article.category),
        byline=clean(article.byline),
        credits=tuple(_credit(author, index, label) for index, author in enumerate(article.authors)),
        tags=tuple(clean(tag) for tag in article.tags),
        related=given["related"] or (),
        hot=given["hot"],
        newest=given["newest"],
        external_id=article.external_id,
        url=article.url,
        licence=clean(article.licence),
        credit_line=clean(article.credit_line),
        urgency=article.urgency,
        views=article.views,
        collections=tuple(article.collections),
    )


def _body(article: _Article, label: str) -> tuple[str, str]:
    """The body as sanitised HTML and as the text that tells its language."""
    given = [(name, raw) for name, raw in (("body", article.body), ("bodyHtml", article.body_html)) if raw is not None]
    if len(given) != 1:
        raise ItemRefused(label, *(("bodyHtml", "give either body or bodyHtml, not both") if given else _NO_BODY))
    name, raw = given[0]
    if problem := problem_in(raw, max_length=LONGEST_BODY, multiline=True):
        raise ItemRefused(label, name, problem)
    raw = clean(raw)
    if name == "body":
        html, text = paragraphs_to_html([bare for line in raw.split("\n") if (bare := trim(line))]), raw
    else:
        html = _sanitised(raw, label)
        blocks = html_to_blocks(html)
        text = blocks_to_text(blocks) or "".join(block["type"] for block in blocks)
    if not text:
        raise ItemRefused(label, name, "is empty")
    return html, text


def _sanitised(raw: str, label: str) -> str:
    try:
        html = body_html(raw)
    except ValidationFailed as error:
        raise ItemRefused(label, "bodyHtml", error.problems[0].message) from None
    if len(html) > LONGEST_HTML:  # signs that have to be escaped take more room
        raise ItemRefused(label, "bodyHtml", f"becomes longer than {LONGEST_HTML:,} characters when it is cleaned")
    return html


def _references(references: list[_Reference] | None, name: str, label: str) -> tuple[ItemReference, ...] | None:
    if references is None:
        return None
    made = []
    for index, one in enumerate(references):
        teaser = clean(one.teaser)
        kind = _word(RelationKind, one.kind, f"{name}.{index}.kind", label)
        is_truncated = bool(teaser) and not ends_sentence(teaser)
        made.append(ItemReference(clean(one.title), teaser, one.url, is_truncated=is_truncated, kind=kind))
    return tuple(made)


def _credit(author: _Author, index: int, label: str) -> ItemCredit:
    name = clean(author.name)
    role = _word(CreditRole, author.role, f"authors.{index}.role", label)
    kind = _word(AuthorKind, author.kind, f"authors.{index}.kind", label) if author.kind else kind_of(name[:200])
    return ItemCredit(name, role, kind)


def _word(words: type[_Word], value: str, path: str, label: str) -> _Word:
    try:
        return words(value.upper())
    except ValueError:
        raise ItemRefused(label, path, f"must be one of {', '.join(words)}") from None


def _published_at(value: str, label: str) -> datetime | None:
    try:
        moment = parse_iso(value)
    except ImpossibleDate as error:
        raise ItemRefused(label, "publishedAt", str(error)) from None
    if value and moment is None:
        raise ItemRefused(label, "publishedAt", "is not an ISO 8601 date such as 2023-01-28T14:05:00+08:00")
    return moment
