"""What people write who do not press buttons, with what they mean by it: read for tests and bench.

`said.csv` (words, situation, intent) and `near-questions.csv` (words, situation; questions to the
book that look like it) were written by somebody who had not seen the code. Names are none in it.
`said2.csv` to `said5.csv` with their near questions are of the same kind, from other writers. All
are data to develop with: how much is understood of what nobody listed, only other people tell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.rules.intent import Intent, Situation
from faq.text.small_talk.talk import small_talk

HERE = Path(__file__).parent
LABELLED = HERE.parent / "labelled"
# What is answered from the book and the tickets; a question about these is no less one.
INFORMATION = frozenset({Intent.WAITING, Intent.WHO, Intent.HOURS, Intent.ADDRESS})
# Where nothing was asked, and a message may be a question to the book.
FREE = (Situation.NONE, Situation.ANSWERED, Situation.OPEN, Situation.ENDED)
WELL_KNOWN = ("bicara-petugas", "cek-tiket", "lama-penanganan", "cara-lapor", "alamat-login")
OF_THE_ANSWER = {"belum paham", "bingung caranya"}  # where one was just given, they are about that


class Said(NamedTuple):
    words: str
    situation: Situation
    intent: str | None


def read(path: Path) -> list[Said]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [Said(row["words"], Situation(row["situation"]), row.get("intent")) for row in rows]


def questions() -> Iterator[tuple[str, str]]:
    """Every labelled question to the book, with the ids that answer it."""
    for path in sorted(LABELLED.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                wanted = row.get("ids") or row.get("id") or ""
                if wanted:
                    yield row["question"], wanted


def taken() -> list[tuple[str, Situation, Intent]]:
    """Questions to the book that would be small talk somewhere where nothing was asked."""
    return [
        (text, situation, meant)
        for text, wanted in questions()
        for situation in FREE
        if (meant := small_talk(text, situation)) is not None
        and not (meant is Intent.DONT_KNOW and text in OF_THE_ANSWER)
        and not (meant in INFORMATION and set(wanted.split()) & set(WELL_KNOWN))
    ]
