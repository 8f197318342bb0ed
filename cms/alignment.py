"""Which items of two sequences are the same ones, and which of those have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

Pair = tuple[int, int]


def numbered(keys: Iterable[Hashable]) -> list[tuple[Hashable, int]]:
    """Every key with how often it came before, so that the second "a" is not the first one."""
    seen: Counter[Hashable] = Counter()
    result = []
    for key in keys:
        result.append((key, seen[key]))
        seen[key] += 1
    return result


def equal_pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The positions (old, new) of equal items, each position at most once, by old position.

    A common beginning and end are paired first, then the first of several equal items with the first, the second with
    the second. Takes linear time, where `difflib.SequenceMatcher` takes quadratic time for many small changes.
    """
    shortest = min(len(old), len(new))
    head = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    rest = shortest - head
    tail = next((index for index in range(rest) if old[-1 - index] != new[-1 - index]), rest)
    places = {key: head + index for index, key in enumerate(numbered(new[head : len(new) - tail]))}
    middle = [
        (head + index, places[key]) for index, key in enumerate(numbered(old[head : len(old) - tail])) if key in places
    ]
    ends = [(len(old) - tail + index, len(new) - tail + index) for index in range(tail)]
    return [(index, index) for index in range(head)] + middle + ends


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """The most pairs that can stay where they are, by position; the pairs left out are those that moved.

    The longest increasing subsequence, by patience sorting: n log n.
    """
    ordered = sorted(pairs)
    tops: list[int] = []  # the smallest new position that ends a sequence of each length
    ends: list[int] = []  # the index in `ordered` of that pair
    before: list[int] = []
    for index, (_, new) in enumerate(ordered):
        length = bisect_left(tops, new)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [new]
        ends[length : length + 1] = [index]
    kept = []
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.append(ordered[index])
        index = before[index]
    return kept[::-1]
