"""Short messages that may mean several entries, and what is then offered: `simpang.md`.

## Tidak bisa masuk {#gagal-login}

- Pilihan: lupa-password, kode-otp-salah

### Cara lain bertanya

- tidak bisa login
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.text_file import shown
from faq.book.chapter import Section, cut, front_matter, listed, nameless
from faq.book.entry import Entry, Problem

DISAMBIGUATION_FILE = "simpang.md"
CHOICES = "pilihan"
FEWEST_CHOICES = 2
MOST_CHOICES = 3


@dataclass(frozen=True)
class Disambiguation:
    id: str
    title: str
    choices: tuple[str, ...]
    """Entries, in the order in which they are offered."""
    phrasings: tuple[str, ...]
    line: int
    choices_line: int


def parse_disambiguation(text: str, problems: list[Problem]) -> tuple[Disambiguation, ...]:
    """All of the file; whether its ids exist is for `astray` to say, who knows the book."""
    lines = [line.rstrip() for line in text.split("\n")]
    _, start = front_matter(lines)
    _, sections = cut(lines, start, {CHOICES})
    found = tuple(understood(section) for section in sections)
    for section, one in zip(sections, found, strict=True):
        problems += [
            Problem(DISAMBIGUATION_FILE, line, told) for line, told in wrong(section, one)
        ]
    return found


def understood(section: Section) -> Disambiguation:
    line, choices = section.facts.get(CHOICES, (section.line, ""))
    return Disambiguation(
        id=section.id,
        title=section.title,
        choices=listed(choices),
        phrasings=tuple(section.phrasings),
        line=section.line,
        choices_line=line,
    )


def wrong(section: Section, one: Disambiguation) -> Iterator[tuple[int, str]]:
    count = len(one.choices)
    if problem := nameless(section):
        yield one.line, problem
    if not FEWEST_CHOICES <= count <= MOST_CHOICES:
        yield one.choices_line, f"pilihan ada {count}; tulis '- Pilihan:' dengan 2 atau 3 id entri"
    if len(set(one.choices)) < count:
        yield one.choices_line, "ada pilihan yang disebut dua kali; hapus salah satunya"
    if not one.phrasings:
        yield one.line, "tidak ada cara bertanya; tulis di bawah '### Cara lain bertanya'"


def astray(
    disambiguation: Collection[Disambiguation], entries: Collection[Entry]
) -> list[Problem]:
    """Choices that lead nowhere, and ids that are taken."""
    taken = {entry.id: f"{entry.file}:{entry.line}" for entry in entries}
    found = [
        (
            one.choices_line,
            f"pilihan '{shown(choice)}' tidak ada dalam buku; perbaiki atau hapus id itu",
        )
        for one in disambiguation
        for choice in one.choices
        if choice not in taken
    ]
    for one in disambiguation:
        here = f"{DISAMBIGUATION_FILE}:{one.line}"
        place = taken.setdefault(one.id, here)
        if one.id and place != here:
            found.append((one.line, f"id '{one.id}' sudah dipakai di {place}; beri id lain"))
    return [Problem(DISAMBIGUATION_FILE, line, text) for line, text in found]
