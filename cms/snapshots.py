"""What a revision holds: everything an editor gave, and everything a reader can ask for, computed once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any

import orjson

from cms import text
from cms.errors import FieldProblem, ValidationFailed
from cms.inputs import LANGUAGE, url_problem
from cms.models.fields import EARLIEST_YEAR, canonical
from cms.sanitize import blocks_to_text, body_html, html_to_blocks
from cms.words import CreditRole, RelationKind


@dataclass(frozen=True)
class CreditLink:
    """One place of the byline: who, as what, and the name as printed."""

    author_id: int
    name: str
    role: CreditRole = CreditRole.AUTHOR


@dataclass(frozen=True)
class RelationLink:
    """A link to an article here (`target_id`) or to a reference; exactly one is set."""

    kind: RelationKind = RelationKind.RELATED
    target_id: int | None = None
    reference_id: int | None = None


def identity(item: CreditLink | RelationLink | int) -> Hashable:
    """What an item of a list is known by: who as what, what a link points at, the tag itself."""
    match item:
        case CreditLink():
            return item.author_id, item.role
        case RelationLink():
            return item.target_id, item.reference_id
    return item


@dataclass(frozen=True)
class Content:
    """What an editor provides for an article. Links are in order; the excerpt is made from the body when empty.

    Of a revision, `slug` is the one that its draft had; those made before slugs were kept have none.
    """

    title: str
    html: str
    slug: str = ""
    subtitle: str = ""
    excerpt: str = ""
    byline: str = ""
    language: str = "zh-Hans"
    published_at: datetime | None = None
    collected_at: datetime | None = None
    canonical_url: str = ""
    urgency: int | None = None
    source_id: int | None = None
    category_id: int | None = None
    image_id: int | None = None
    image_caption: str = ""
    credit_line: str = ""
    licence: str = ""
    credits: tuple[CreditLink, ...] = ()
    relations: tuple[RelationLink, ...] = ()
    tag_ids: tuple[int, ...] = field(default=())

    @property
    def translation_of(self) -> int | None:
        """The draft that it says the same as in another language: the first one linked as that."""
        links = (link.target_id for link in self.relations if link.kind is RelationKind.TRANSLATION_OF)
        return next((number for number in links if number is not None), None)


LENGTHS = {
    "title": 300,
    "slug": 120,
    "subtitle": 300,
    "byline": 1000,
    "language": 35,
    "canonical_url": 2000,
    "credit_line": 300,
}
LENGTHS |= {"image_caption": 2000, "licence": 200, "excerpt": 1000, "html": 4_000_000}
MOST_ITEMS = 200  # of a list of links: merging takes quadratic time in them


def check(content: Content) -> None:
    """Refuse content that no draft may hold.

    Raises:
        ValidationFailed: naming every field that is wrong.
    """
    problems = [
        FieldProblem(name, problem)
        for name, longest in LENGTHS.items()
        if (problem := _problem_in(name, getattr(content, name), longest))
    ]
    problems += [
        FieldProblem(name, f"{len(items):,} items are too many; at most {MOST_ITEMS}")
        for name, items in (("credits", content.credits), ("relations", content.relations), ("tags", content.tag_ids))
        if len(items) > MOST_ITEMS
    ]
    if not text.clean(content.title):
        problems.append(FieldProblem("title", "an article needs a title"))
    if content.slug and not text.slugify(content.slug, pinyin=False, fallback=""):
        problems.append(FieldProblem("slug", "give letters or digits"))
    if content.canonical_url and (problem := url_problem(content.canonical_url)):
        problems.append(FieldProblem("canonical_url", problem))
    if not LANGUAGE.fullmatch(content.language):
        problems.append(FieldProblem("language", "is not a language tag such as zh-Hans or en"))
    problems += [
        FieldProblem(name, f"takes years from {EARLIEST_YEAR} on")
        for name in ("published_at", "collected_at")
        if (moment := getattr(content, name)) is not None and moment.year <= EARLIEST_YEAR
    ]
    problems += [
        FieldProblem(f"credits.{number}.name", problem)
        for number, link in enumerate(content.credits)
        if (problem := text.problem_in(link.name, max_length=200))
    ]
    if content.urgency is not None and not 1 <= content.urgency <= 9:
        problems.append(FieldProblem("urgency", "1 (most urgent) to 9"))
    if problems:
        raise ValidationFailed(*problems)


def _problem_in(name: str, value: str, longest: int) -> str | None:
    problem = text.problem_in(value, max_length=longest, multiline=name in {"html", "excerpt"})
    # Letters may be more characters when they are composed than they came as.
    return problem or (
        None if name == "html" else text.problem_in(text.clean(value), max_length=longest, multiline=True)
    )


def make_snapshot(content: Content, former: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The JSON of a revision.

    `article` and `body` use the public tables' own column names, and times in their canonical text, so that
    publishing and previewing copy them as they are. `credits`, `relations` and `tags` are in order.

    Of a long body it takes seconds, so call it in a thread. What is made of the body is taken from the `former`
    snapshot if that has the same one.
    """
    body = former["body"] if former and former["body"]["html"] == content.html else make_body(content.html)
    words = text.count_words(body["text"])
    return {
        "article": {
            "title": text.clean(content.title),
            "subtitle": text.clean(content.subtitle),
            "excerpt": content.excerpt or text.excerpt(_running_text(body)),
            "byline": content.byline,
            "language": content.language,
            "published_at": _time(content.published_at),
            "collected_at": _time(content.collected_at),
            "canonical_url": content.canonical_url,
            "urgency": content.urgency,
            "word_count": words,
            "reading_minutes": text.reading_minutes(words),
            "source_id": content.source_id,
            "category_id": content.category_id,
            "image_id": content.image_id,
            "image_caption": text.clean(content.image_caption),
            "credit_line": content.credit_line,
            "licence": content.licence,
        },
        "slug": content.slug,
        "typed_excerpt": content.excerpt,
        "body": body,
        "credits": [asdict(link) for link in content.credits],
        "relations": [asdict(link) for link in content.relations],
        "tags": list(content.tag_ids),
    }


def make_body(html: str) -> dict[str, str]:
    """What is kept of a body: its sanitised HTML, its plain text, and its blocks as JSON."""
    clean = body_html(html)
    blocks = html_to_blocks(clean)
    return {"html": clean, "text": blocks_to_text(blocks), "blocks": orjson.dumps(blocks).decode()}


def _running_text(body: Mapping[str, str]) -> str:
    """What a reader reads of a body line after line: its paragraphs; if it has none, whatever text there is."""
    paragraphs = [block["text"] for block in orjson.loads(body["blocks"]) if block["type"] == "paragraph"]
    return "\n\n".join(filter(None, paragraphs)) or body["text"]


def normalized(content: Content) -> Content:
    """The content as `content_of` would give it back from its snapshot, without making that.

    Its HTML must be sanitised already (cms.sanitize.body_html).
    """
    return replace(
        content,
        title=text.clean(content.title),
        subtitle=text.clean(content.subtitle),
        image_caption=text.clean(content.image_caption),
        published_at=_moment(_time(content.published_at)),
        collected_at=_moment(_time(content.collected_at)),
    )


def content_of(snapshot: dict[str, Any]) -> Content:
    """What an editor provided for a snapshot: of this, `make_snapshot` makes the same snapshot again.

    Fields that came into being after the snapshot have their defaults.
    """
    article = snapshot["article"]
    given = {one.name: article[one.name] for one in fields(Content) if one.name in article}
    given |= {name: _moment(given.get(name)) for name in ("published_at", "collected_at")}
    given |= {
        "html": snapshot["body"]["html"],
        "slug": snapshot.get("slug", ""),
        "excerpt": snapshot["typed_excerpt"],
        "credits": tuple(CreditLink(**link | {"role": CreditRole(link["role"])}) for link in snapshot["credits"]),
        "relations": tuple(
            RelationLink(**link | {"kind": RelationKind(link["kind"])}) for link in snapshot["relations"]
        ),
        "tag_ids": tuple(snapshot["tags"]),
    }
    return Content(**given)


def _moment(time: str | None) -> datetime | None:
    return None if time is None else datetime.fromisoformat(time)


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else canonical(moment)


def differing(one: Content, other: Content) -> tuple[str, ...]:
    """The fields in which two contents differ."""
    names = (each.name for each in fields(Content))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
