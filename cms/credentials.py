"""Secrets that prove who somebody is: making them, and the hash under which the database knows them again."""

from __future__ import annotations

import hashlib
import secrets
from typing import Literal

Kind = Literal["session", "token", "link", "preview"]
SHOWN_CHARACTERS = 6


def new_secret(kind: Kind) -> str:
    """256 random bits as text, with a prefix that tells people and secret scanners what it is (`bs_token_…`)."""
    return f"bs_{kind}_{secrets.token_urlsafe(32)}"


def digest(secret: str) -> str:
    """SHA-256 in hexadecimal: what is stored, and looked up by.

    A fast hash is enough, since nobody can guess 256 random bits; passwords take a slow one (cms/passwords.py).
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def shown_part(secret: str) -> str:
    """The beginning of a secret by which its owner tells it from others; 220 bits stay unknown."""
    kind_length = secret.index("_", 3) + 1
    return secret[: kind_length + SHOWN_CHARACTERS]
