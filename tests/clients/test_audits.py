"""GraphQL over HTTP as npm's graphql-http audits it, against the real server."""

from __future__ import annotations

import json

from tests.clients.conftest import Node, Site

AUDITS = 61  # of the pinned version; a newer one shall not have less


def test_the_public_audits_are_passed(node: Node, site: Site) -> None:
    done = node.run("audits.mjs", site.asking())

    assert done.returncode == 0, done.stderr
    audits = json.loads(done.stdout)
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) >= AUDITS
