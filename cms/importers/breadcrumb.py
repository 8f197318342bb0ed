"""The breadcrumb of a page: 当前位置:首页 > 情感 > 故事 >."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cms.importers.credits import holds_markup
from cms.text import EDGES, fold

# A breadcrumb stands at the top; below these lines that are not empty nobody looks for one.
_FURTHEST = 60
_LONGEST = 400

_LABEL = re.compile(
    r"(?P<whose>您|你|我|妳)?(?P<now>(?:的|现在|当前|目前|现|正|當前|現在|所在|所处|在|處於|处于){0,4})"
    r"位置(?:是|为)?\s{0,3}(?P<colon>[:：])?|you\s{1,3}are\s{1,3}here\s{0,3}(?P<colon2>[:：])?",
    re.IGNORECASE,
)
# The first kind that a line uses parts it; the others may be part of a name (IT/科技).
_ARROWS = (re.compile(r"[→➔⇒]|->|=>"), re.compile(r"[>＞›»❯⟩]+"), re.compile(r"\s[/／]\s"))
# Menus are written with these too (首页 | 新闻 | 体育), so only a label makes them a breadcrumb.
_BARS = (re.compile(r"[|｜│]"), re.compile(r"[/／]"), re.compile(r"\s[-–—·]{1,2}\s|::"))
_HOME = re.compile(
    r"(?:网站|本站|新闻|返回|网)?(?:首页|主页|首頁|主頁)|.{1,12}(?:首页|主页|首頁)|home(?:\s?page)?|front\s?page|main\s?page|index",
    re.IGNORECASE,
)
_PURE_HOME = re.compile(
    r"(?:网站|本站|返回)?(?:首页|主页|首頁|主頁)|home(?:\s?page)?|front\s?page|main\s?page", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"(?:文章|新闻|内容|信息)?(?:正文|内容|详情|内容页|详情页)|详细内容|详细|(?:浏览|查看|阅读)?文章|列表|正文页|"
    r"(?:article|details?|full text|story)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Breadcrumb:
    """The names of a breadcrumb, home page left out; `end` is the place of the line after it."""

    names: tuple[str, ...]
    end: int

    def path(self, title: str) -> tuple[str, ...]:
        """The category path: without the article's own title, where the breadcrumb ends with it."""
        return self.names[:-1] if self.names and is_title(self.names[-1], title) else self.names


@dataclass(frozen=True)
class PrintedTrail:
    """The names of a breadcrumb as printed, and whether a label (当前位置) stands before them."""

    names: list[str]
    has_label: bool


def split_trail(line: str) -> PrintedTrail | None:
    """The names that stand between arrows in a line, the home page included; None if there are no arrows.

    After a label other separators will do, too.
    """
    label = _LABEL.search(line)
    if label and not (label.start() <= 4 and (_has_colon(label) or label["now"] or label["whose"])):
        label = None
    rest = line[label.end() :] if label else line
    names = _split(rest, _ARROWS + _BARS if label else _ARROWS)
    return None if names is None else PrintedTrail(names, label is not None)


def category_names(names: list[str]) -> tuple[str, ...]:
    """The names without the home page at their beginning and 正文 at their end."""
    return _cleaned(names)


def is_home(name: str) -> bool:
    """Whether a name is that of the home page."""
    return bool(_HOME.fullmatch(name))


def is_placeholder(name: str) -> bool:
    """Whether a name stands for the article itself: 正文, 详情."""
    return bool(_PLACEHOLDER.fullmatch(name))


def find_breadcrumb(lines: list[str]) -> Breadcrumb | None:
    """The first breadcrumb among the lines at the top of a page, if there is one.

    It has a label (当前位置, 您的位置, You are here) or begins with the home page. The names may stand on the
    line below the label.

    Args:
        lines: trimmed lines; empty ones count as places, but not as lines to search.
    """
    seen = 0
    for place, line in enumerate(lines):
        if not line:
            continue
        seen += 1
        if seen > _FURTHEST:
            break
        if found := _at(lines, place):
            return found
    return None


def next_breadcrumb(lines: list[str], start: int) -> Breadcrumb | None:
    """The breadcrumb that the first line from `start` on is; None if that line, empty ones left aside, is none."""
    place = next((place for place in range(start, len(lines)) if lines[place]), None)
    return None if place is None else _at(lines, place)


def _at(lines: list[str], place: int) -> Breadcrumb | None:
    line = lines[place]
    if len(line) > _LONGEST:
        return None
    if (names := _names_of(line)) is not None:
        return Breadcrumb(names, place + 1)
    label = _LABEL.fullmatch(line)
    return _on_next_line(lines, place) if label and _has_colon(label) else None


def _on_next_line(lines: list[str], place: int) -> Breadcrumb:
    below = next((index for index in range(place + 1, min(place + 4, len(lines))) if lines[index]), None)
    if below is not None and len(lines[below]) <= _LONGEST and (names := _split(lines[below], _ARROWS)):
        return Breadcrumb(_cleaned(names), below + 1)
    return Breadcrumb((), place + 1)


def _names_of(line: str) -> tuple[str, ...] | None:
    label = _LABEL.match(line)
    if label is None or not _has_colon(label):
        # Without a colon the word may begin any sentence, so the line must also begin at the home page.
        names = _split(line[label.end() :] if label else line, _ARROWS)
        return _cleaned(names) if names and _PURE_HOME.fullmatch(names[0]) else None
    rest = line[label.end() :].strip(EDGES)
    names = _split(rest, _ARROWS + _BARS)
    if names is None and (label["whose"] or label["now"] or label["colon2"]) and rest:
        names = [rest]
    return None if names is None else _cleaned(names)


def _has_colon(label: re.Match[str]) -> bool:
    return bool(label["colon"] or label["colon2"])


def _split(text: str, separators: tuple[re.Pattern[str], ...]) -> list[str] | None:
    """The names between separators; None if there is no separator."""
    padded = f"{text} "  # so that a dangling separator at the end keeps the space that makes it one
    for separator in separators:
        if separator.search(padded):
            return [name for part in separator.split(padded) if (name := part.strip(EDGES))]
    return None


def _cleaned(names: list[str]) -> tuple[str, ...]:
    if any(map(holds_markup, names)):
        return ()
    kept = names[1:] if names and _HOME.fullmatch(names[0]) else list(names)
    while kept and _PLACEHOLDER.fullmatch(kept[-1]):
        kept.pop()
    return tuple(kept)


def is_title(name: str, title: str) -> bool:
    """Whether a name is the article's title, perhaps cut off."""
    short = fold(name).rstrip(".… ")
    return short == fold(title) or (len(short) >= 8 and fold(title).startswith(short))
