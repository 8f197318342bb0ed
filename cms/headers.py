"""HTTP header values: what a client prefers (RFC 9110, 12.4), and what an answer varies by."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import MutableHeaders


@dataclass(frozen=True)
class Preference:
    """One member of an `Accept`-like header, in lower case; `weight` is 0 (not acceptable) to 1."""

    name: str
    weight: float
    parameters: dict[str, str]


def preferences(header: str) -> list[Preference]:
    """The members of an `Accept`, `Accept-Encoding` or `Accept-Language` header, in its order.

    A weight that is no number from 0 to 1 counts as 0.
    """
    found = []
    for member in header.lower().split(","):
        name, *rest = (piece.strip() for piece in member.split(";"))
        parameters = {
            key.strip(): value.strip().strip('"') for key, _, value in (piece.partition("=") for piece in rest)
        }
        if name:
            found.append(Preference(name, _weight(parameters.pop("q", "1")), parameters))
    return found


def add_vary(headers: MutableHeaders, name: str) -> None:
    """Add a name to the `Vary` header unless it stands there."""
    present = [value.strip() for value in headers.get("vary", "").split(",") if value.strip()]
    if name.lower() not in {value.lower() for value in present}:
        headers["Vary"] = ", ".join([*present, name])


def _weight(text: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        return 0.0
    # Not a number compares false with everything, so this also refuses it.
    return weight if 0 <= weight <= 1 else 0.0
