"""Texts that are copies of each other, more or less, and what the site says of them."""

from __future__ import annotations

import random

from cms.models import Article, Copy, LookAlike
from tests.content import make_article

CHARACTERS = "江河湖海山川桥路灯塔船帆风雨云雪春夏秋冬早晚晴阴市民学校工厂码头货运旅客车站票价时间天气消息"


def words(seed: int, length: int = 300) -> str:
    """A text like no other, of so many characters."""
    chosen = random.Random(seed)
    return "".join(chosen.choice(CHARACTERS) for _ in range(length))


def paragraphs(*texts: str) -> str:
    """The texts as HTML."""
    return "".join(f"<p>{text}</p>" for text in texts)


def changed(text: str, *, every: int = 30) -> str:
    """The text with a character in so many that is another one: the more, the less alike they are."""
    return "".join("某" if place % every == 0 else character for place, character in enumerate(text))


async def make_copy(text: str, title: str = "", **content: object) -> Article:
    """A public article with the text."""
    return await make_article(title, paragraphs(text), **content)


async def stories() -> list[list[int]]:
    """The articles of each story, its lead first."""
    found: dict[int, list[int]] = {}
    for row in await Copy.all().order_by("story_id", "place"):
        found.setdefault(row.story_id, []).append(row.article_id)
        assert row.is_lead is (row.place == 0)
    return list(found.values())


async def look_alikes(draft_id: int) -> dict[int, int]:
    """The drafts that look like one, each with the similarity."""
    return {row.other_id: row.similarity for row in await LookAlike.filter(draft_id=draft_id)}
