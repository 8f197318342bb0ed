"""What a revision holds: everything an editor gave, and everything a reader can ask for, computed once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any

import orjson

from cms import text
from cms.errors import FieldProblem, ValidationFailed
from cms.models.fields import canonical
from cms.sanitize import body_html, html_to_blocks, html_to_text
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


@dataclass(frozen=True)
class Content:
    """What an editor provides for an article. Links are in order; the excerpt is made from the body when empty."""

    title: str
    html: str
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
    credit_line: str = ""
    licence: str = ""
    credits: tuple[CreditLink, ...] = ()
    relations: tuple[RelationLink, ...] = ()
    tag_ids: tuple[int, ...] = field(default=())


LENGTHS = {"title": 300, "subtitle": 300, "byline": 1000, "language": 35, "canonical_url": 2000, "credit_line": 300}
LENGTHS |= {"licence": 200, "excerpt": 1000, "html": 4_000_000}


def check(content: Content) -> None:
    """Refuse content that no draft may hold.

    Raises:
        ValidationFailed: naming every field that is wrong.
    """
    problems = [
        FieldProblem(name, problem)
        for name, longest in LENGTHS.items()
        if (
            problem := text.problem_in(
                getattr(content, name), max_length=longest, multiline=name in {"html", "excerpt"}
            )
        )
    ]
    if not text.clean(content.title):
        problems.append(FieldProblem("title", "an article needs a title"))
    if content.urgency is not None and not 1 <= content.urgency <= 9:
        problems.append(FieldProblem("urgency", "1 (most urgent) to 9"))
    if problems:
        raise ValidationFailed(*problems)


def make_snapshot(content: Content) -> dict[str, Any]:
    """The JSON of a revision.

    `article` and `body` use the public tables' own column names, and times in their canonical text, so that
    publishing and previewing copy them as they are. `credits`, `relations` and `tags` are in order.
    """
    html = body_html(content.html)
    plain = html_to_text(html)
    words = text.count_words(plain)
    return {
        "article": {
            "title": text.clean(content.title),
            "subtitle": text.clean(content.subtitle),
            "excerpt": content.excerpt or text.excerpt(plain),
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
            "credit_line": content.credit_line,
            "licence": content.licence,
        },
        "typed_excerpt": content.excerpt,
        "body": {"html": html, "text": plain, "blocks": orjson.dumps(html_to_blocks(html)).decode()},
        "credits": [asdict(link) for link in content.credits],
        "relations": [asdict(link) for link in content.relations],
        "tags": list(content.tag_ids),
    }


def content_of(snapshot: dict[str, Any]) -> Content:
    """What an editor provided for a snapshot: of this, `make_snapshot` makes the same snapshot again.

    Fields that came into being after the snapshot have their defaults.
    """
    article = snapshot["article"]
    given = {one.name: article[one.name] for one in fields(Content) if one.name in article}
    given |= {name: _moment(given.get(name)) for name in ("published_at", "collected_at")}
    given |= {
        "html": snapshot["body"]["html"],
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
