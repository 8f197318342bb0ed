"""Passwords: what they must be, and hashing them with argon2id without holding up the event loop."""

from __future__ import annotations

import asyncio
import threading

from pwdlib.hashers.argon2 import Argon2Hasher

from cms import text
from cms.errors import FieldProblem, ValidationFailed

SHORTEST, LONGEST = 10, 200

# RFC 9106's second choice, 64 MiB and three passes. The library's own defaults are the same today, but a hash of
# equal cost for unknown users (below) needs them to stay put.
_hasher = Argon2Hasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
# Each computation takes 64 MiB; however many people sign in at once, two at a time are enough for two cores.
_turn = threading.BoundedSemaphore(2)
# Of a random password that nobody knows: verifying against it takes as long as against a real one.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def check_password(password: str, email: str, *, path: str = "password") -> None:
    """Go on only with a password that may be used.

    Raises:
        ValidationFailed: it is shorter than 10 or longer than 200 characters, no text, or the e-mail address.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        problem = f"a password has {SHORTEST} to {LONGEST} characters"
    elif text.fold(password) == email:
        problem = "the password must not be the e-mail address"
    elif any("\ud800" <= character <= "\udfff" for character in password):
        problem = "the password is no text in UTF-8"
    else:
        return
    raise ValidationFailed(FieldProblem(path, problem))


async def hash_password(password: str) -> str:
    """The argon2id hash of a password, with salt and parameters. Takes about 50 ms; never call it in a transaction."""
    return await asyncio.to_thread(_hash, _bytes(password))


async def verify_password(password: str, password_hash: str) -> bool:
    """Whether the hash is that of the password. An empty hash (no such user, no password) takes as long and is False.

    Never call it in a transaction.
    """
    matches = await asyncio.to_thread(_verify, _bytes(password), password_hash or _NOBODY)
    return matches and bool(password_hash)


def _bytes(password: str) -> bytes:
    # Keyboards write the same accented letter in one or two code points, so both forms are one password. What is too
    # long to be any password is cut, so that it costs no more than one.
    return text.normalize("NFKC", password[: LONGEST + 1]).encode("utf-8", "surrogatepass")


def _hash(password: bytes) -> str:
    with _turn:
        return _hasher.hash(password)


def _verify(password: bytes, password_hash: str) -> bool:
    with _turn:
        return _hasher.verify(password, password_hash)
