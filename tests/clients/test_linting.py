"""The schema as @graphql-eslint judges it."""

from __future__ import annotations

import json
import re

from tests.clients.conftest import HERE, PACKAGES, ROOT, Node

ESLINT = PACKAGES / "eslint" / "bin" / "eslint.js"
CONFIG = HERE / "eslint.config.mjs"
MOST_OFF = 3


def test_the_schema_keeps_the_rules(node: Node) -> None:
    done = node.run(ESLINT, "--config", CONFIG, "--max-warnings", "0", "schema/schema.graphql", cwd=ROOT)

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_three_rules_at_most_are_switched_off_each_with_its_reason(node: Node) -> None:
    done = node.run(ESLINT, "--config", CONFIG, "--print-config", "schema/schema.graphql", cwd=ROOT)
    severities = {name: setting[0] for name, setting in json.loads(done.stdout)["rules"].items()}
    off = {name.removeprefix("@graphql-eslint/") for name, severity in severities.items() if severity == 0}

    listed = re.search(r"const OFF = \{(.*?)\};", CONFIG.read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    reasons = dict(re.findall(r'^  "([\w-]+)":\s+"(.+)",$', listed[1], re.MULTILINE))
    assert set(reasons) == off
    assert len(off) <= MOST_OFF
    assert set(severities.values()) <= {0, 2}
    assert len(severities) - len(off) >= 25
