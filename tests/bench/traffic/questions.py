"""What people ask: the labelled questions, in words of everybody's own or the same ones again."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from itertools import cycle

from faq.text.clauses.joints import pieces
from tests.process.bot import ROOT

LABELLED = ROOT / "tests" / "faq" / "labelled"
FILES = ("questions-1.csv", "questions-2.csv")
FEW = 5

# One or two of these are added, so that questions stay about as long as they were.
_OPENINGS = (
    *("min, ", "admin, ", "pak, ", "bu, ", "kak, ", "maaf, ", "halo min, ", "izin bertanya, "),
    *("assalamualaikum, ", "selamat pagi, ", "selamat siang pak, ", "mohon bantuannya, "),
    *("mau tanya, ", "mohon arahan, ", "numpang tanya min, "),
)
_SINCE = (
    *(" sejak tadi", " dari kemarin", " sejak jam {hour}.{minute:02}", " sudah {day} hari"),
    *(" sejak tanggal {day}", " tadi jam {hour}.{minute:02}", " waktu dibuka di HP"),
    *(" di laptop kantor", " padahal kemarin bisa", " lewat wifi kantor"),
)
_FROM = (
    *(", saya dari SDN {place} {number}", ", saya guru SMPN {number} {place}"),
    *(", saya di Puskesmas {place}", ", dari Kantor Camat {place}", ", untuk teman di {place}"),
    *(", saya bidan desa di {place}", ", staf kelurahan di {place}", ", saya PPPK di {place}"),
)
_ENDINGS = (
    *(" ya", " min", " pak", " kak", "? terima kasih", " mohon infonya", " makasih"),
    *(" mohon dibantu", " tolong dijelaskan", " mohon petunjuknya", " sebelumnya terima kasih"),
)
_ADDED = (_OPENINGS, _SINCE, _FROM, _ENDINGS)
_PLACES = (
    *("Paringin", "Batumandi", "Lampihong", "Juai", "Halong", "Awayan", "Tebing Tinggi"),
    *("Paringin Selatan", "Batu Piring", "Mampari", "Gunung Riut", "Lasung Batu", "Tabuan"),
)


def few() -> Iterator[str]:
    """The same five, again and again."""
    asked = _labelled()
    return cycle(asked[:: len(asked) // FEW][:FEW])


def fresh(seed: int) -> Iterator[str]:
    """Endless, none twice: whatever keeps answers at hand has not met these words."""
    dice, asked, known = random.Random(seed), _labelled(), set[str]()
    while True:
        added = dice.sample(_ADDED, dice.randint(1, 2))
        before, *after = (dice.choice(part) if part in added else "" for part in _ADDED)
        text = "".join((before, dice.choice(asked).rstrip("?. "), *after)).format(
            hour=dice.randint(7, 16),
            minute=dice.randint(0, 59),
            day=dice.randint(2, 28),
            number=dice.randint(1, 9),
            place=dice.choice(_PLACES),
        )
        if text not in known:
            known.add(text)
            yield text


def _labelled() -> list[str]:
    """Of one matter, for each is to have one answer; without braces, which are ours above.

    None asks how to report: that begins one, and all that its chat asks later becomes its story.
    """
    asked = []
    for name in FILES:
        with (LABELLED / name).open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            asked += [row["question"] for row in rows if row["id"] != "cara-lapor"]
    return [each for each in asked if not {"{", "}"} & set(each) and pieces(each) is None]
