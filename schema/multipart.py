"""GraphQL requests that bring files: forms as the GraphQL multipart request specification writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from schema.request import BadRequest, GraphQLRequest, checked, decode_object

MULTIPART = "multipart/form-data"
MOST_FILES = 4
_PART_BYTES = 64 * 1024
_PATH = re.compile(r"variables((?:\.[A-Za-z0-9_]+)+)", re.ASCII)


def is_multipart(request: Request) -> bool:
    """Whether the request is a form."""
    media_type = request.headers.get("content-type", "").partition(";")[0]
    return request.method == "POST" and media_type.strip().lower() == MULTIPART


async def read_form(request: Request) -> tuple[GraphQLRequest, FormData]:
    """The GraphQL request in a form, with its files in the variables; the form is to be closed after its execution.

    Raises:
        BadRequest: with status 400, and a sentence that names what is wrong.
    """
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=2, max_part_size=_PART_BYTES)
    except MultiPartException as error:
        raise BadRequest(400, f"The form cannot be read: {error.message}") from error
    try:
        return _placed(form), form
    except BaseException:
        await form.close()
        raise


def _placed(form: FormData) -> GraphQLRequest:
    asked = checked(_object(form, "operations"), is_read_only=False)
    variables: dict[str, Any] = asked.variables or {}
    for name, paths in _object(form, "map").items():
        file = form.get(name)
        if not isinstance(file, UploadFile):
            raise BadRequest(400, f"The map names a file {name[:40]!a} that the form does not have.")
        if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
            raise BadRequest(400, "The map must name a list of places for each file.")
        for path in paths:
            _put(variables, path, file)
    return replace(asked, variables=variables)


def _object(form: FormData, name: str) -> dict[str, Any]:
    value = form.get(name)
    if not isinstance(value, str):
        raise BadRequest(400, f'The form has no "{name}"; it must be a JSON object, as text.')
    return decode_object(value, f'"{name}"')


def _put(variables: dict[str, Any], path: str, file: UploadFile) -> None:
    """Put a file where a variable is null."""
    match = _PATH.fullmatch(path)
    *before, last = match[1][1:].split(".") if match else [""]
    place: Any = variables
    for step in before:
        place = _within(place, step)
    if _within(place, last, missing=file) is not None:
        raise BadRequest(400, f"The map puts a file where no variable is null: {path[:80]!a}.")
    place[int(last) if isinstance(place, list) else last] = file


def _within(place: Any, step: str, missing: object = None) -> Any:
    if isinstance(place, dict):
        return place.get(step, missing)
    if isinstance(place, list) and step.isdigit() and int(step) < len(place):
        return place[int(step)]
    return missing
