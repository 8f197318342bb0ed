"""Passwords: what they must be, and hashing them with argon2id without holding up the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from pwdlib.hashers.argon2 import Argon2Hasher

from cms import text
from cms.errors import FieldProblem, RateLimited, ValidationFailed

Result = TypeVar("Result")

SHORTEST, LONGEST = 10, 200
# No more is looked at of what was typed. Keyboards write a character in at most a few code points, so whatever is
# longer than this is longer than any password in its normal form, too.
LONGEST_TYPED = 20 * LONGEST
# How many computations are begun or wait for their turn in one process; 32 take about a second on two cores. The last
# places are not for strangers, who could fill any line from many networks.
PLACES, PLACES_FOR_STRANGERS = 32, 24
FULL_SECONDS = 2

# RFC 9106's second choice, 64 MiB and three passes. The library's own defaults are the same today, but a hash of
# equal cost for unknown users (below) needs them to stay put.
_hasher = Argon2Hasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
# Each computation takes 64 MiB; however many people sign in at once, two at a time are enough for two cores. Threads
# of their own, because those of the event loop are there for others, too.
_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="passwords")
# Of a random password that nobody knows: verifying against it takes as long as against a real one.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def check_password(password: str, email: str, *, path: str = "password") -> None:
    """Go on only with a password that may be used. Its length is that of its normal form, which is what is hashed.

    Raises:
        ValidationFailed: it is shorter than 10 or longer than 200 characters, no text, or the e-mail address.
    """
    if len(password) > LONGEST_TYPED or not SHORTEST <= len(_normal(password)) <= LONGEST:
        problem = f"a password has {SHORTEST} to {LONGEST} characters"
    elif text.fold(password) == email:
        problem = "the password must not be the e-mail address"
    elif any("\ud800" <= character <= "\udfff" for character in password):
        problem = "the password is no text in UTF-8"
    else:
        return
    raise ValidationFailed(FieldProblem(path, problem))


async def hash_password(password: str) -> str:
    """The argon2id hash of a password, with salt and parameters. Takes about 50 ms; never call it in a transaction.

    Raises:
        RateLimited: too many computations wait already.
    """
    data = _bytes(password)
    return await _in_turn(lambda: _hash(data), PLACES)


async def verify_password(password: str, password_hash: str, *, is_stranger: bool = False) -> bool:
    """Whether the hash is that of the password. An empty hash (no such user, no password) takes as long and is False.

    Never call it in a transaction.

    Args:
        password: as typed.
        password_hash: made by `hash_password`, or empty.
        is_stranger: whether nothing speaks for it yet that this is the account's owner; he must leave some places free.

    Raises:
        RateLimited: too many computations wait already; the password was not looked at.
    """
    data = _bytes(password)
    places = PLACES_FOR_STRANGERS if is_stranger else PLACES
    matches = await _in_turn(lambda: _verify(data, password_hash or _NOBODY), places)
    return matches and bool(password_hash)


class _Line:
    """How many computations are begun or wait. Counted in the threads too, so under a lock."""

    def __init__(self) -> None:
        self.length = 0
        self._lock = threading.Lock()

    def enter(self, places: int) -> None:
        """Take a place.

        Raises:
            RateLimited: all of that many places are taken.
        """
        with self._lock:
            if self.length >= places:
                raise RateLimited(FULL_SECONDS)
            self.length += 1

    def leave(self) -> None:
        """Give the place back."""
        with self._lock:
            self.length -= 1


_line = _Line()


async def _in_turn(compute: Callable[[], Result], places: int) -> Result:
    _line.enter(places)
    future = _threads.submit(compute)
    # Not when the caller goes on: a request that was cancelled leaves its computation behind if that was begun.
    future.add_done_callback(lambda _future: _line.leave())
    return await asyncio.wrap_future(future)


def _normal(password: str) -> str:
    # Keyboards write the same accented letter in one or two code points, so both forms are one password.
    return text.normalize("NFKC", password[:LONGEST_TYPED])


def _bytes(password: str) -> bytes:
    # What is too long to be any password is cut, so that it costs no more than one.
    return _normal(password)[: LONGEST + 1].encode("utf-8", "surrogatepass")


def _hash(password: bytes) -> str:
    return _hasher.hash(password)


def _verify(password: bytes, password_hash: str) -> bool:
    return _hasher.verify(password, password_hash)
