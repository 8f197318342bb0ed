"""What is documented is what is there."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cms import errors, event_types
from cms.permissions import MEANINGS, ROLES, Permission

ROOT = Path(__file__).parent.parent


def test_every_event_type_is_documented_as_it_is_declared() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")

    assert "\n".join(event_types.table()) in page, "run python -m cms.event_types"


def test_the_schemas_of_events_are_those_of_the_code() -> None:
    written = (ROOT / "docs" / "events.schema.json").read_text(encoding="utf-8")

    assert written == event_types.written_schemas(), "run python -m cms.event_types"
    Draft202012Validator.check_schema(event_types.schemas())


@pytest.mark.parametrize("code", sorted({kind.code for kind in errors.CMSError.__subclasses__()}))
def test_every_error_code_is_documented(code: str) -> None:
    assert f"`{code}`" in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


def test_the_table_of_roles_is_the_one_of_the_code() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")

    rows = [line for line in page.splitlines() if line.startswith(("| `", "| permission"))]

    head = f"| permission | {' | '.join(role.lower() for role in ROLES)} | allows |"
    cells = [
        (permission, "".join(" yes |" if permission in ROLES[role] else " |" for role in ROLES))
        for permission in Permission
    ]
    assert rows == [head, *(f"| `{name}` |{row} {MEANINGS[name]} |" for name, row in cells)]


def test_the_readme_links_only_to_what_exists() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")

    targets = [part.split(")")[0] for part in page.split("](")[1:]]

    assert [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()] == []
