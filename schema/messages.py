"""The messages of `graphql-transport-ws` as clients send them, and closing a socket for those that are none."""

from __future__ import annotations

from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from schema.request import BadRequest, decode_object

# A frame that closes a socket has room for no more.
REASON_BYTES = 123


class Closing(Exception):
    """The client broke the protocol, or is not welcome: the socket is closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:REASON_BYTES].decode(errors="ignore")


async def read_message(websocket: WebSocket, limit_bytes: int) -> dict[str, Any]:
    """The next message, an object.

    Raises:
        Closing: it is none, or too long.
        WebSocketDisconnect: the client has left.
    """
    received = await websocket.receive()
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code", 1005))
    text = received.get("text")
    if text is None:
        raise Closing(4400, "A message must be text, not binary.")
    if len(text.encode(errors="surrogatepass")) > limit_bytes:
        raise Closing(1009, f"A message may have {limit_bytes} bytes at most.")
    try:
        return decode_object(text, "A message")
    except BadRequest as error:
        raise Closing(4400, error.message) from None


def id_of(message: dict[str, Any]) -> str:
    """The id of the operation that a message is about.

    Raises:
        Closing: it is no string, or empty.
    """
    id_ = message.get("id")
    if not isinstance(id_, str) or not id_:
        raise Closing(4400, "The id of an operation must be a string and not empty.")
    return id_


def payload_of(message: dict[str, Any]) -> dict[str, Any]:
    """The payload of a message; an empty object if there is none.

    Raises:
        Closing: it is no object.
    """
    payload = message.get("payload")
    if payload is None:
        return {}
    if not isinstance(payload, dict):
        raise Closing(4400, "The payload of this message must be an object.")
    return payload
