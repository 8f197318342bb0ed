"""JSON lines: one article a line, every field checked, nothing unknown passed over. Documented in docs/importing.md."""

from __future__ import annotations

import re
from datetime import datetime
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails, from_json

from cms.errors import ItemRefused
from cms.importers.credits import kind_of
from cms.importers.dates import ImpossibleDate, parse_iso
from cms.importers.item import ImportItem, ItemCredit, ItemReference
from cms.importers.limits import LONGEST_BODY, check
from cms.sanitize import blocks_to_text, body_html, html_to_blocks, paragraphs_to_html
from cms.text import clean, ends_sentence, language_of, problem_in, trim
from cms.words import AuthorKind, CreditRole, RelationKind

_NO_BODY = ("body", "is required (as plain text in body or as HTML in bodyHtml)")

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
    names = re.split(r"[>＞›»]" if re.search(r"[>＞›»]", value) else "/", value)
    return [name for name in names if clean(name)]


def _text_id(value: object) -> object:
    """Ids are numbers in many systems."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", alias_generator=to_camel, validate_by_name=False)


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


_References = list[Annotated[_Reference, BeforeValidator(_titled)]]


class _Article(_Record):
    title: str
    subtitle: str = ""
    body: str | None = None
    body_html: str | None = None
    published_at: str = ""
    source: Annotated[_Source, BeforeValidator(_named)] | None = None
    category: Annotated[list[str], BeforeValidator(_path)] = Field(default_factory=list)
    authors: list[Annotated[_Author, BeforeValidator(_named)]] = Field(default_factory=list)
    byline: str = ""
    tags: list[str] = Field(default_factory=list)
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
    collections: list[str] = Field(default_factory=list)


_RECORDS: dict[str, type[_Record]] = {
    "source": _Source,
    "authors": _Author,
    "related": _Reference,
    "hot": _Reference,
    "newest": _Reference,
}
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
        ItemRefused: not UTF-8, not JSON, not an object, or a field that is unknown, missing, of the wrong type or not
            storable; the field is named by its path ("authors.2.name").
    """
    record = _without_nulls(_object(line, label))
    if "id" in record:
        if "externalId" in record:
            raise ItemRefused(label, "id", "is another name of externalId; give only one of them")
        record["externalId"] = record.pop("id")
    try:
        article = _Article.model_validate(record)
    except ValidationError as error:
        raise _refusal(error, label) from None
    return check(_item(article, label))


def _object(line: bytes, label: str) -> dict[str, Any]:
    try:
        value = from_json(line.decode("utf-8-sig").strip(), allow_inf_nan=False)
    except UnicodeDecodeError as error:
        raise ItemRefused(label, "line", f"is not valid UTF-8 at byte {error.start + 1}") from None
    except ValueError as error:
        raise ItemRefused(label, "line", f"is not valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise ItemRefused(label, "line", "must hold one JSON object")
    return value


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
    detail = next((one for one in details if one["type"] == "extra_forbidden"), details[0])
    path = ".".join(str(part) for part in detail["loc"])
    return ItemRefused(label, _safe(path) or "line", _reason(detail))


def _reason(detail: ErrorDetails) -> str:
    if detail["type"] != "extra_forbidden":
        return _TYPES.get(detail["type"], detail["msg"])
    place = detail["loc"]
    record = _Article if len(place) == 1 else _RECORDS[str(place[0])]
    known = [field.alias or name for name, field in record.model_fields.items()]
    nearest = get_close_matches(to_camel(str(place[-1])[:100]), known, n=1, cutoff=0.5)
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
        html = body_html(raw)
        blocks = html_to_blocks(html)
        text = blocks_to_text(blocks) or "".join(block["type"] for block in blocks)
    if not text:
        raise ItemRefused(label, name, "is empty")
    return html, text


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
