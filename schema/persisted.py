"""Documents that clients name instead of sending them: those the site trusts, and those that clients have sent before.

Both forms in use are understood: `documentId` of GraphQL over HTTP (appendix A, "Persisted Documents") and Apollo's
`extensions.persistedQuery`, whose clients send the text along when they are told that the hash is not known.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from cms.errors import SetupError
from schema.errors import FORBIDDEN, PERSISTED_QUERY_NOT_FOUND
from schema.request import BadRequest, GraphQLRequest

# What clients may teach the site; whoever needs more names it in the file of trusted documents.
LEARNED_CHARACTERS = 4 * 1024 * 1024
SHA256 = "sha256:"


class PersistedDocuments:
    """The documents of one site by their ids.

    Args:
        trusted: texts by the ids that clients were built with.
        only_trusted: let readers ask with these alone; who signed in may still ask anything.
    """

    def __init__(self, trusted: Mapping[str, str], *, only_trusted: bool = False) -> None:
        self.only_trusted = only_trusted
        self._trusted = {sha256_id(text): text for text in trusted.values()} | dict(trusted)
        self._trusted_texts = frozenset(trusted.values())
        self._learned: OrderedDict[str, str] = OrderedDict()
        self._characters = 0

    def complete(self, asked: GraphQLRequest) -> GraphQLRequest:
        """The request with the text that it names.

        Raises:
            BadRequest: nothing of that name is known, or the text is not the one that its hash names.
        """
        if asked.query:
            if asked.document_id and sha256_id(asked.query) != asked.document_id:
                raise BadRequest(400, "The SHA-256 of the persisted query is not that of the query.")
            return asked
        text = self._trusted.get(asked.document_id) or self._learned.get(asked.document_id)
        if text is None:
            # Apollo's clients know this message as well as the code.
            raise BadRequest(400, "PersistedQueryNotFound", code=PERSISTED_QUERY_NOT_FOUND)
        if asked.document_id in self._learned:
            self._learned.move_to_end(asked.document_id)
        return replace(asked, query=text)

    def check(self, asked: GraphQLRequest, *, is_signed_in: bool) -> None:
        """See to it that readers ask with trusted documents alone, where that is the rule.

        Raises:
            BadRequest: 403, this is another one.
        """
        if self.only_trusted and not is_signed_in and asked.query not in self._trusted_texts:
            raise BadRequest(403, "This site answers to its readers with trusted documents only.", code=FORBIDDEN)

    def learn(self, asked: GraphQLRequest) -> None:
        """Keep a text that came with its hash and was answered."""
        if not asked.document_id or asked.document_id in self._trusted or asked.document_id in self._learned:
            return
        self._learned[asked.document_id] = asked.query
        self._characters += len(asked.query)
        while self._characters > LEARNED_CHARACTERS:
            _id, oldest = self._learned.popitem(last=False)
            self._characters -= len(oldest)


def sha256_id(text: str) -> str:
    """The id of a document that follows from its text."""
    return SHA256 + hashlib.sha256(text.encode()).hexdigest()


def load_trusted(path: str) -> dict[str, str]:
    """The documents in a file that a client's build wrote, by their ids; none without a path.

    Two formats are known: an object of texts by id, as GraphQL Code Generator and Relay write it, and Apollo's
    persisted query manifest (`{"format": "apollo-persisted-query-manifest", "operations": [{"id", "body"}]}`).

    Raises:
        SetupError: the file cannot be read, or is neither.
    """
    if not path:
        return {}
    try:
        content = orjson.loads(Path(path).read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise SetupError(f"The trusted documents in {path} cannot be read: {error}.", _REMEDY) from None
    found = _from_manifest(content)
    if found is None:
        raise SetupError(f"The file {path} is no list of trusted documents.", _REMEDY)
    return found


_REMEDY = "Correct CMS_TRUSTED_DOCUMENTS (docs/http.md tells the formats)."


def _from_manifest(content: Any) -> dict[str, str] | None:
    if not isinstance(content, dict):
        return None
    if isinstance(content.get("operations"), list):
        try:
            content = {operation["id"]: operation["body"] for operation in content["operations"]}
        except (KeyError, TypeError):
            return None
    return content if all(isinstance(text, str) and text for text in content.values()) else None
