"""Passwords as they are really hashed: argon2id, and the same work for users that do not exist."""

from __future__ import annotations

import asyncio
import threading
import unicodedata

import pytest

from cms import passwords
from cms.errors import RateLimited, ValidationFailed

pytestmark = pytest.mark.anyio


async def test_a_password_of_nobody_costs_what_a_real_one_costs() -> None:
    real = await passwords.hash_password("correct horse battery")

    assert real.split("$")[1:4] == passwords._NOBODY.split("$")[1:4] == ["argon2id", "v=19", "m=65536,t=3,p=4"]
    assert [len(part) for part in real.split("$")[4:]] == [len(part) for part in passwords._NOBODY.split("$")[4:]]
    assert await passwords.verify_password("correct horse battery", real)
    assert not await passwords.verify_password("correct horse batterx", real)


async def test_an_empty_hash_is_verified_like_any_other_and_fits_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    verified = []

    def verify(password: bytes, password_hash: str) -> bool:
        verified.append(password_hash)
        return True

    monkeypatch.setattr(passwords, "_verify", verify)

    assert not await passwords.verify_password("whatever it is", "")
    assert verified == [passwords._NOBODY]


async def test_the_hash_of_nobody_is_one_that_argon2_works_on() -> None:
    # An unreadable hash would be refused at once, and the short answer would tell that there is no such user.
    hasher = passwords._hasher._hasher

    with pytest.raises(Exception, match="does not match"):
        hasher.verify(passwords._NOBODY, b"whatever it is")


@pytest.mark.parametrize(
    ("password", "is_allowed"),
    [
        ("é" * 200, True),
        ("e\u0301" * 200, True),  # the same, as some keyboards write it
        ("é" * 201, False),
        ("e\u0301" * 9, False),
        ("é" * 9, False),
        ("\ufdfa" * 12, False),  # eighteen characters each in their normal form
        ("x" * passwords.LONGEST_TYPED * 2, False),
    ],
)
def test_the_length_of_a_password_is_that_of_its_normal_form(password: str, is_allowed: bool) -> None:
    if is_allowed:
        passwords.check_password(password, "editor@example.org")
    else:
        with pytest.raises(ValidationFailed, match="10 to 200 characters"):
            passwords.check_password(password, "editor@example.org")


@pytest.mark.parametrize("letters", ["é", "ế", "각"])
def test_a_long_password_is_one_however_it_is_composed(letters: str) -> None:
    composed = letters * passwords.LONGEST

    assert passwords._bytes(composed) == passwords._bytes(unicodedata.normalize("NFD", composed))
    assert passwords._bytes(composed) != passwords._bytes(composed + "x")


async def test_more_than_can_wait_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()

    def slow(_password: bytes, _password_hash: str) -> bool:
        begun.release()
        return go_on.wait(10)

    monkeypatch.setattr(passwords, "_verify", slow)
    monkeypatch.setattr(passwords, "PLACES", 3)
    waiting = [asyncio.create_task(passwords.verify_password("x", "y")) for _ in range(3)]
    for _ in range(2):
        await asyncio.to_thread(begun.acquire, timeout=10)

    with pytest.raises(RateLimited):
        await passwords.verify_password("x", "y")
    with pytest.raises(RateLimited):
        await passwords.hash_password("x")
    # Who gives up while he waits leaves his place; a computation that was begun keeps it until its end.
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    left = passwords._line.length
    go_on.set()

    assert await passwords.verify_password("x", "y")
    assert left == 2
    async with asyncio.timeout(5):  # the other computations end on their own threads
        while passwords._line.length:  # noqa: ASYNC110 - threads tell no event of theirs
            await asyncio.sleep(0.001)
