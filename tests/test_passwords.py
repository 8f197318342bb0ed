"""Passwords as they are really hashed: argon2id, and the same work for users that do not exist."""

from __future__ import annotations

import pytest

from cms import passwords

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
