"""Which articles are about the same: the words that tell an article apart, and how much two articles share of them.

An article is known by its TERMS weightiest words by TF-IDF (Salton and Buckley, 1988): rare on the site, frequent in
the article. As a vector of length SCALE these weights make the sum of products of two articles their cosine. It is
halved by every HALF_DAYS days between them, hyperbolically. All numbers are whole, so both databases count the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

import rjieba

from cms.hanzi import folded

# Grows with every change of what is stored, so that what an older version stored is made again.
VERSION = 1
TERMS = 20
WORDS = 60  # of an article are counted at most
SCALE = 1000
LEAST_SCORE = 20
LEAST_SHARED = 2
HALF_DAYS = 30
REASONS = 5
_TITLE_COUNTS = 3
_LONGEST_WORD = 30
# A long text says what it is about at its beginning, and the time for reading it must have an end.
_READ_CHARACTERS = 16_000
# By the tags of jieba: nouns and names, verbs that stand as nouns, abbreviations, idioms, words of other scripts.
_TAGS = ("n", "vn", "j", "l", "i", "eng")
_LETTER = re.compile(r"[^\W\d_]")


def count_words(title: str, text: str) -> dict[str, int]:
    """How often the words of an article occur that could tell it apart, those of the title thrice; WORDS at most.

    The most frequent come first, and of equals that which comes first in the article.
    """
    counts: Counter[str] = Counter()
    for part, times in ((title, _TITLE_COUNTS), (text[:_READ_CHARACTERS], 1)):
        for word, tag in rjieba.tag(folded(part)):
            if tag.startswith(_TAGS) and _is_word(word):
                counts[word] += times
    return dict(counts.most_common(WORDS))


def _is_word(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_WORD and _LETTER.search(word) is not None


def weigh(counts: Mapping[str, int], frequencies: Mapping[str, int], articles: int) -> dict[str, int]:
    """The weights of an article's weightiest words, the weightiest first: a vector of the length SCALE.

    Args:
        counts: how often each word occurs in the article.
        frequencies: in how many articles each occurs.
        articles: how many articles there are.
    """
    found = {
        word: (1 + log(count)) * log((articles + 1) / min(frequencies.get(word, 1) + 0.5, articles + 0.5))
        for word, count in counts.items()
    }
    chosen = sorted(found, key=lambda word: (-found[word], word))[:TERMS]
    length = sqrt(sum(found[word] ** 2 for word in chosen))
    weights = {word: round(SCALE * found[word] / length) for word in chosen} if length else {}
    return {word: weight for word, weight in weights.items() if weight}


def score(products: int, days: int) -> int:
    """How close two articles are, 0 to SCALE: their cosine, decayed by the days between them.

    `products` is the sum over the words they share of the products of their weights.
    """
    return min(SCALE, products * HALF_DAYS // (SCALE * (HALF_DAYS + abs(days))))


# The same in SQL, over the sum of products and the days between.
SCORE = f"min_({SCALE},({{products}})*{HALF_DAYS}/({SCALE}*({HALF_DAYS}+abs({{days}}))))"


def shared(one: Mapping[int, int], other: Mapping[int, int]) -> list[int]:
    """The words of two articles that make them close, the closest first; REASONS at most."""
    products = {word: weight * other[word] for word, weight in one.items() if word in other}
    return sorted(products, key=lambda word: (-products[word], word))[:REASONS]


def frequencies_of(counted: Iterable[Mapping[str, int]]) -> Counter[str]:
    """In how many of some articles each word occurs."""
    return Counter(word for counts in counted for word in counts)
