"""Reports that may be of abuse of authority, and others that only sound like it."""

from __future__ import annotations

import csv
from pathlib import Path

from faq.text.said.abuse import may_be_abuse

REPORTS = Path(__file__).with_name("abuse_reports.csv")
LEAST_FOUND = 0.90  # of those that are; who is missed can still choose it
MOST_ASKED = 0.05  # of those that are not; they are asked one question more


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(REPORTS.read_text(encoding="utf-8").splitlines()))


def test_what_is_suspected_and_what_is_not() -> None:
    missed = [
        row["text"] for row in rows() if row["abuse"] == "1" and not may_be_abuse(row["text"])
    ]
    asked = [row["text"] for row in rows() if row["abuse"] == "0" and may_be_abuse(row["text"])]
    of_abuse = sum(row["abuse"] == "1" for row in rows())
    assert 1 - len(missed) / of_abuse >= LEAST_FOUND, missed
    assert len(asked) / (len(rows()) - of_abuse) <= MOST_ASKED, asked


def test_a_long_message_is_looked_at_quickly_and_nothing_breaks_it() -> None:
    for text in ("", " ", "dana " * 1_000, "minta " * 1_000 + "uang", "💥" * 500):
        assert may_be_abuse(text) in {True, False}
