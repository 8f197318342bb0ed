"""What changed within a paragraph, by word and by Chinese character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cms.text import HAN

# A paragraph that takes more edits than this was written anew; so was one of which so little stayed that the pieces
# would be a puzzle.
MOST_EDITS = 800
# A step takes about 0.3 microseconds; the whole comparison of two bodies may take this many.
MOST_STEPS = 1_500_000
# Characters between two changes that are shown as changed too.
NOISE = 4

_SINGLE = f"{HAN}\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_MARKS = "\u0300-\u036f\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"
_TOKEN = re.compile(
    rf"[{_SINGLE}][{_MARKS}]*|\d+(?:[.,:]\d+)*|(?:(?![{_SINGLE}])[^\W\d_][{_MARKS}]*)+|\s+|.[{_MARKS}]*", re.DOTALL
)


class SpanKind(StrEnum):
    """Whether a piece of text is in both versions or in one only."""

    EQUAL = "EQUAL"
    INSERTED = "INSERTED"
    DELETED = "DELETED"


@dataclass(frozen=True)
class Span:
    """A piece of text that stayed, came or went."""

    kind: SpanKind
    text: str


class Budget:
    """How many steps a comparison may still take; counted, not timed, so that the same texts give the same answer."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.steps = steps

    def spend(self, steps: int) -> bool:
        """Take the steps; whether there were enough."""
        self.steps -= steps
        return self.steps >= 0


def tokens(text: str) -> list[str]:
    """The units of a comparison: Han characters and kana one by one, words, numbers, runs of white space, marks.

    Joined they are the text.
    """
    return _TOKEN.findall(text)


def compare_words(old: str, new: str, budget: Budget | None = None) -> tuple[Span, ...]:
    """What stayed, went and came, in reading order; what went stands before what came in its place.

    Joining EQUAL and DELETED gives the old text, EQUAL and INSERTED the new one. A few characters that stayed between
    two changes are shown as changed, where that is easier to read. Texts with too little in common, or for which the
    budget does not suffice, are shown as replaced as a whole.

    Args:
        old: the text before.
        new: the text after.
        budget: shared by the paragraphs of one comparison; its own when left out.
    """
    before, after = tokens(old), tokens(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    first, second = before[head : len(before) - tail], after[head : len(after) - tail]
    matches = _matches(first, second, budget or Budget())
    changes = _Changes()
    changes.keep("".join(before[:head]))
    at_first = at_second = 0
    for one, other in [*matches, (len(first), len(second))]:
        changes.replace("".join(first[at_first:one]), "".join(second[at_second:other]))
        changes.keep("".join(first[one : one + 1]))
        at_first, at_second = one + 1, other + 1
    changes.keep("".join(before[len(before) - tail :]))
    return tuple(changes.spans())


def _common(one: list[str], other: list[str]) -> int:
    shortest = min(len(one), len(other))
    return next((index for index in range(shortest) if one[index] != other[index]), shortest)


def _matches(first: list[str], second: list[str], budget: Budget) -> list[tuple[int, int]]:
    """The positions of tokens that stayed, or none when the texts are too different.

    Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the greedy form.
    """
    total, end = len(first) + len(second), len(first) - len(second)
    most = min(MOST_EDITS, total * 7 // 10)
    if not first or not second or total - 2 * (Counter(first) & Counter(second)).total() > most:
        return []
    furthest = {1: 0}  # for every diagonal (old minus new position) the old position that was reached
    trace: list[dict[int, int]] = []
    for edits in range(most + 1):
        if not budget.spend(edits + 1):
            return []
        trace.append(furthest.copy())
        for diagonal in range(-edits, edits + 1, 2):
            source = _source(furthest, diagonal, edits)
            start = here = furthest[source] + (source < diagonal)
            while here < len(first) and here - diagonal < len(second) and first[here] == second[here - diagonal]:
                here += 1
            budget.steps -= here - start
            furthest[diagonal] = here
            if diagonal == end and here >= len(first):
                return _traced(trace, len(first), len(second))
    return []


def _source(furthest: dict[int, int], diagonal: int, edits: int) -> int:
    """The diagonal from which an edit leads furthest: a token inserted (from above) or deleted (from below)."""
    if diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]):
        return diagonal + 1
    return diagonal - 1


def _traced(trace: list[dict[int, int]], here: int, there: int) -> list[tuple[int, int]]:
    found = []
    for edits in range(len(trace) - 1, -1, -1):
        source = _source(trace[edits], here - there, edits)
        from_here = trace[edits][source]
        while here > from_here and there > from_here - source:
            here, there = here - 1, there - 1
            found.append((here, there))
        here, there = from_here, from_here - source
    return found[::-1]


class _Changes:
    """Collects what stayed and what was replaced, in turns, and leaves out what stayed only by chance."""

    def __init__(self) -> None:
        self.kept: list[str] = [""]  # before each of the replacements, and after the last one
        self.replaced: list[tuple[str, str]] = []

    def keep(self, text: str) -> None:
        self.kept[-1] += text

    def replace(self, old: str, new: str) -> None:
        if not (old or new):
            return
        if self.replaced and self._is_noise(old, new):
            between, before = self.kept.pop(), self.replaced.pop()
            old, new = before[0] + between + old, before[1] + between + new
        self.replaced.append((old, new))
        self.kept.append("")

    def _is_noise(self, old: str, new: str) -> bool:
        between = self.kept[-1]
        before = max(map(len, self.replaced[-1]))
        return len(between) <= min(NOISE, before, max(len(old), len(new)))

    def spans(self) -> Iterator[Span]:
        for index, kept in enumerate(self.kept):
            if kept:
                yield Span(SpanKind.EQUAL, kept)
            if index < len(self.replaced):
                old, new = self.replaced[index]
                if old:
                    yield Span(SpanKind.DELETED, old)
                if new:
                    yield Span(SpanKind.INSERTED, new)
