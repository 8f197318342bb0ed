"""The text of an HTML page: by its byte order mark, HTTP header, own declaration, or what its bytes look like."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from cms.errors import ItemRefused
from cms.importers.decode import DECLARABLE, decode

_PARAMETER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{3,20})", re.IGNORECASE)
_SAMPLE_BYTES = 65_536
# The groups are atomic: of comments without end after them a plain one would try every way to part them.
_START = re.compile(
    r"(?>\s+|<\?xml[^>]*>|<!--.*?-->)*+<(?:!doctype\s+html|(?:html|head|body|title|meta|div|article|main|section|h1|p)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)


def decode_page(data: bytes, label: str, *, content_type: str = "") -> str:
    """The text of a page, without its byte order mark and control characters.

    A few broken bytes are no reason to refuse a page, since browsers show it; each becomes U+FFFD.

    Args:
        data: the page as it came.
        label: where it was read, for the refusal.
        content_type: the HTTP header, if there was one.

    Raises:
        ItemRefused: empty, binary, or in an encoding that cannot be told.
    """
    try:
        return decode(data, label)
    except ItemRefused as refusal:
        if refusal.reason == "is empty" or "binary" in refusal.reason:
            raise
        failure = refusal
    sent = _PARAMETER.search(content_type)
    written = _PARAMETER.search(data[:4096].decode("latin-1"))
    for found in (sent, written):
        encoding = DECLARABLE.get(found[1].lower()) if found else None
        text = data.decode(encoding, "replace") if encoding else ""
        if text and text.count("\ufffd") * 100 < len(text):
            return text.replace("\0", "")
    guess = from_bytes(data[:_SAMPLE_BYTES]).best()
    if guess is None:
        raise failure
    return data.decode(guess.encoding, "replace").replace("\0", "")


def begins_as_html(text: str) -> bool:
    """Whether a text is HTML by what it begins with: a doctype, or an element that holds a page or a part of it."""
    return bool(_START.match(text))
