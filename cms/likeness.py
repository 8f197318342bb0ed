"""How alike two texts are: the 5-grams that they share, and MinHash signatures that find such texts among many.

After Broder, "On the resemblance and containment of documents" (1997). Texts are compared as cms/hanzi.py folds them,
without punctuation and white space, so that a copy in traditional characters or with full-width digits is one.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from cms.hanzi import folded

# Grows with every change of what is below; signatures of another version are made anew.
ALGORITHM = 1
GRAM = 5
PERMUTATIONS = 128
ROWS = 4  # of each of the 32 bands: two texts that share half of their 5-grams have one in common 7 times of 8
_SEED = 1997
# Shorter texts ("Photo: …") share phrases by chance, so they are copies only if they and their titles are the same.
SHORTEST = 60
# Characters beyond this count no more, so that no text keeps a save waiting for seconds.
LONGEST = 50_000
ALIKE = 500  # per mille of common 5-grams from which two texts are copies
_NOT_COMPARED = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Likeness:
    """What a text is found by.

    Attributes:
        essence: the characters that are compared.
        digest: a hash of everything that was looked at; the same for texts that are the same.
        hashes: MinHash's numbers, four bytes each; empty for short texts.
        bands: the keys under which likely copies lie; empty for a text without a word, which is like no other.
    """

    essence: str
    digest: str
    hashes: bytes
    bands: tuple[int, ...]


def likeness(title: str, text: str) -> Likeness:
    """What a text is found by; its title counts only if the text is short. Of a long text it takes a while."""
    essence = _essence(text)
    if len(essence) < SHORTEST:
        whole = f"{_essence(title)}\n{essence}".encode()
        digest = _hash(whole, 16)
        return Likeness("", digest.hex(), b"", (_key(digest),) if essence else ())
    signature = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    signature.update(list(grams(essence)))
    numbers = signature.digest()
    rows = [array("I", numbers[start : start + ROWS]).tobytes() for start in range(0, PERMUTATIONS, ROWS)]
    # A row counts only against those of the same place.
    bands = tuple(_key(bytes([place]) + row) for place, row in enumerate(rows))
    return Likeness(essence, _hash(essence.encode(), 16).hex(), b"".join(rows), bands)


def grams(essence: str) -> set[str]:
    """All runs of GRAM characters."""
    return {essence[start : start + GRAM] for start in range(len(essence) - GRAM + 1)}


def estimated(one: bytes, other: bytes) -> int:
    """How alike two texts are by their hashes, per mille; off by 44 as a rule. 0 if one is short."""
    if not one or not other:
        return 0
    pairs = zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True)
    return 1000 * sum(a == b for a, b in pairs) // PERMUTATIONS


def similarities(essence: str, texts: dict[int, str]) -> dict[int, int]:
    """How alike each of some texts is, per mille of the 5-grams of both (Jaccard), rounded down."""
    mine = grams(essence)
    found = {}
    for name, text in texts.items():
        other = grams(_essence(text))
        common = len(mine & other)
        found[name] = 1000 * common // (len(mine) + len(other) - common)
    return found


def _essence(text: str) -> str:
    return _NOT_COMPARED.sub("", folded(text))[:LONGEST]


def _hash(value: bytes, size: int) -> bytes:
    return blake2b(value, digest_size=size).digest()


def _key(value: bytes) -> int:
    """A number that a signed column of 64 bits holds."""
    return int.from_bytes(_hash(value, 8), signed=True)
