"""The lists that stand beside an article on a page: related, hot and newest titles with their teasers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from cms.importers.item import ItemReference
from cms.text import ends_sentence, trim

ListName = Literal["related", "hot", "newest"]

BULLETS = "•·●◦▪■○◆▶►‣∙・"
_BULLET = re.compile(rf"[{BULLETS}][\s\u200b]*|[*–-][\s\u200b]+")
_HEADINGS: dict[ListName, tuple[str, ...]] = {
    "related": (
        *(
            "相关阅读",
            "相关文章",
            "相关新闻",
            "相关链接",
            "相关报道",
            "相关推荐",
            "相关内容",
            "相关资讯",
            "延伸阅读",
            "拓展阅读",
        ),
        *("推荐阅读", "相關閱讀", "相關文章", "相關新聞", "延伸閱讀"),
        *("related articles", "related stories", "related reading", "related news", "related links"),
        *("read more", "see also"),
    ),
    "hot": (
        *(
            "热门文章",
            "热点文章",
            "热门新闻",
            "热点新闻",
            "热门推荐",
            "热门阅读",
            "热文排行",
            "热门排行",
            "点击排行",
            "阅读排行",
        ),
        *("阅读排行榜", "熱門文章", "熱門新聞"),
        *("hot articles", "hot stories", "most read", "most popular", "most viewed", "popular articles", "trending"),
    ),
    "newest": (
        *("最新文章", "最新新闻", "最新资讯", "最新发布", "最新报道", "最新内容", "最新更新", "最新新聞"),
        *("newest articles", "latest articles", "latest news", "latest stories", "most recent", "recent articles"),
    ),
}
# These are ordinary words as well, so they head a list only where bullets follow.
_DOUBTFUL: dict[ListName, tuple[str, ...]] = {
    "related": ("相关", "推荐", "related"),
    "hot": ("热门", "热点", "热文", "hot", "popular"),
    "newest": ("最新", "最新消息", "newest", "latest", "recent"),
}
_SURE = {word: name for name, words in _HEADINGS.items() for word in words}
_UNSURE = {word: name for name, words in _DOUBTFUL.items() for word in words}
_WORDS = "|".join(word.replace(" ", r"\s{1,3}") for word in sorted(_SURE | _UNSURE, key=len, reverse=True))
_HEADING = re.compile(
    rf"[\s【\[〖◎◆■●▌|｜>›»#*=—-]*({_WORDS})[\s】\]〗|｜:：#*=—-]*(?:更多|more)?[\s>›»+】\]]*", re.IGNORECASE
)
# A portal cuts teasers at some eighty characters; a Chinese title has forty at most. A Latin letter counts half.
_TEASER_WIDTH = 80
_PROSE_WIDTH = 100
_PROSE = re.compile(r"[。；;]|[.!?] +[A-Z]")


@dataclass
class _Entry:
    """One bullet and the lines under it, each with whether an empty line stood before it."""

    text: str
    is_after_gap: bool
    plain: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Its length on the page in half Han characters."""
        return len(self.text) + sum(1 for character in self.text if character > "\u2e7f")


def heading_of(lines: list[str], place: int) -> ListName | None:
    """Which list begins with the line at `place`; None for any other line.

    Args:
        lines: trimmed lines of the page, empty ones included.
        place: which of them.
    """
    line = lines[place]
    found = _HEADING.fullmatch(line) if 2 <= len(line) <= 40 else None
    if found is None:
        return None
    word = " ".join(found[1].lower().split())
    if word in _SURE:
        return _SURE[word]
    following = next((one for one in lines[place + 1 : place + 6] if one), "")
    return _UNSURE[word] if _BULLET.match(following) else None


def read_list(lines: list[str]) -> tuple[ItemReference, ...]:
    """The titles of one list, in order, each with its teaser if it has one.

    Where bullets are used, a title is a bullet and its teaser either the next bullet or the line under it. Whether a
    bullet is a teaser is decided for the whole list if its bullets alternate, by their spacing or by their lengths;
    else one by one: a teaser is long or has sentences. Without bullets every line is a title.

    Args:
        lines: the trimmed lines between the heading and the next one.
    """
    entries = _entries(lines)
    if any(entry.plain for entry in entries):
        pairs = [(entry.text, " ".join(line for line, _ in entry.plain)) for entry in entries]
    else:
        pairs = _paired([entry for entry in entries if entry.text])
    return tuple(
        ItemReference(title, teaser, is_truncated=bool(teaser) and not ends_sentence(teaser))
        for title, teaser in pairs
        if title
    )


def _entries(lines: list[str]) -> list[_Entry]:
    has_bullets = any(_BULLET.match(line) for line in lines)
    entries: list[_Entry] = []
    is_after_gap = False
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet or (line and not has_bullets):
            entries.append(_Entry(trim(line[bullet.end() if bullet else 0 :]), is_after_gap))
        elif line and entries:
            entries[-1].plain.append((line, is_after_gap))
        is_after_gap = not line
    if entries:
        entries[-1].plain = _without_footer(entries)
    return entries


def _without_footer(entries: list[_Entry]) -> list[tuple[str, bool]]:
    """The lines under the last bullet that belong to it; after an empty line, only as many as other bullets have."""
    usual = max((len(entry.plain) for entry in entries[:-1]), default=0)
    plain = entries[-1].plain
    adjacent = next((index for index, (_, is_after_gap) in enumerate(plain) if is_after_gap), len(plain))
    return plain[: max(usual, adjacent)]


def _paired(entries: list[_Entry]) -> list[tuple[str, str]]:
    if _alternates(entries):
        return [(title.text, teaser.text) for title, teaser in zip(entries[::2], entries[1::2], strict=True)]
    pairs: list[tuple[str, str]] = []
    for entry in entries:
        is_teaser = entry.width >= _PROSE_WIDTH or _PROSE.search(entry.text) or _ends_with_stop(entry.text)
        if is_teaser and pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], entry.text)
        else:
            pairs.append((entry.text, ""))
    return pairs


def _alternates(entries: list[_Entry]) -> bool:
    """Whether every second bullet is the teaser of the one before it."""
    titles, teasers = entries[::2], entries[1::2]
    if len(titles) != len(teasers):
        return False
    is_spaced = all(teaser.is_after_gap for teaser in teasers) and not any(title.is_after_gap for title in titles[1:])
    if is_spaced and len(titles) > 1:
        return True
    return all(
        teaser.width >= _TEASER_WIDTH and teaser.width >= 1.3 * title.width
        for title, teaser in zip(titles, teasers, strict=True)
    )


def _ends_with_stop(text: str) -> bool:
    """Whether a text ends as sentences do and headlines do not: with a full stop."""
    return text.rstrip('”’」』）)"').endswith(("。", ".", "……", "…"))
