"""Telling other systems what changed: where a request may go, how it is signed, sent and, for caches, made."""
