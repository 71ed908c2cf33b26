"""One chapter file: front matter, an introduction, and entries under `## …{#id}` headings."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from bot.rules.letters import has_words
from bot.text_file import shown
from faq.book import handling_times
from faq.book.entry import Chapter, Entry, Problem
from faq.book.ids import ID, LONGEST_ID

__all__ = ["Chapter", "Entry", "Problem", "parse"]

PHRASINGS = re.compile(r"^###\s*cara\s+lain\s+bertanya\s*:?\s*$", re.IGNORECASE)
FACT = re.compile(r"^\s*+[-*•+]\s*+(?P<key>[A-Za-z ]{2,20}?)\s*+:\s*(?P<value>.*)$")
CHAPTER_NUMBER = re.compile(r"(?!0+$)[0-9]{1,3}")
MOST_ANSWER = 20_000
"""Letters; what is asked for in the book is a sixth of it, what nobody would read is more."""
BULLET = re.compile(r"^\s*[-*•+]\s+")
FIELDS = {"letak", "per", "fakta", "sumber", "lihat juga", "lokal", "edisi", "berlaku"}


@dataclass
class Section:
    """What stands under one heading, before it is understood."""

    title: str
    id: str
    line: int
    facts: dict[str, tuple[int, str]] = field(default_factory=dict)
    answer: list[str] = field(default_factory=list)
    phrasings: list[str] = field(default_factory=list)


def parse(file: str, text: str, problems: list[Problem]) -> Chapter:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    front, start = front_matter(lines)
    head = Head(file, front, problems)
    intro, sections = cut(lines, start)
    return Chapter(
        number=head.number(),
        title=head.text("title") or file,
        edition=head.text("edition"),
        valid_from=head.date("valid_from"),
        intro=intro,
        entries=tuple(entry(section, head, problems) for section in sections),
        file=file,
    )


def front_matter(lines: list[str]) -> tuple[dict[str, tuple[int, str]], int]:
    """The `key: value` lines between the two `---`, each with its line number."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not lines[first].startswith("---"):
        return {}, first
    found: dict[str, tuple[int, str]] = {}
    for number in range(first + 1, len(lines)):
        if lines[number].startswith("---"):
            return found, number + 1
        key, colon, value = lines[number].partition(":")
        if colon:
            found[key.strip().lower()] = (number + 1, value.strip().strip("\"'"))
    return found, first + 1


@dataclass(frozen=True)
class Head:
    """The front matter, asked by name."""

    file: str
    front: dict[str, tuple[int, str]]
    problems: list[Problem]

    def text(self, key: str) -> str:
        if key not in self.front or not has_words(self.front[key][1]):
            self.problems.append(
                Problem(self.file, 1, f"kepala bab tidak memuat '{key}:'; tambahkan di antara ---")
            )
            return ""
        return self.front[key][1]

    def number(self) -> int:
        text = self.text("chapter")
        if text and not number_ok(self):
            line = self.front["chapter"][0]
            note = f"nomor bab '{shown(text)}' bukan angka 1 sampai 999; tulis misalnya 2"
            self.problems.append(Problem(self.file, line, note))
        return int(text) if number_ok(self) else 0

    def date(self, key: str) -> date | None:
        if not self.text(key):
            return None
        line, text = self.front[key]
        return day(text, self.file, line, self.problems)


def day(text: str, file: str, line: int, problems: list[Problem]) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        problems.append(
            Problem(file, line, f"tanggal '{shown(text)}' tidak terbaca; tulis seperti 2026-11-23")
        )
        return None


def cut(
    lines: list[str], start: int, fields: Collection[str] = FIELDS
) -> tuple[str, list[Section]]:
    """The introduction, and the lines of each entry sorted into facts, answer and phrasings."""
    intro: list[str] = []
    sections: list[Section] = []
    asking = False
    for number, line in enumerate(lines[start:], start + 1):
        if found := heading(line):
            sections.append(Section(*found, number))
            asking = False
        elif PHRASINGS.match(line):
            asking = True
        elif not sections:
            intro.append(line)
        elif asking:
            ask(sections[-1], line)
        else:
            tell(sections[-1], line, number, fields)
    return "\n".join(intro).strip(), sections


def heading(line: str) -> tuple[str, str] | None:
    """The title and the id of `## Title {#id}`."""
    if not line.startswith("##") or line.startswith("###"):
        return None
    title, brace, inside = line[2:].rstrip().rpartition("{")
    if brace and inside.find("}") == len(inside) - 1:
        return title.strip(), inside[:-1].strip().removeprefix("#").strip()
    return line[2:].strip(), ""


def ask(section: Section, line: str) -> None:
    """One phrasing; a line without a bullet counts too, so that nothing typed is lost."""
    text = BULLET.sub("", line).strip()
    if text and not text.startswith("#"):
        section.phrasings.append(text)


def tell(section: Section, line: str, number: int, fields: Collection[str]) -> None:
    """Facts stand above the answer only: `- Per: …` inside an answer's list stays answer."""
    fact = FACT.match(line)
    if fact and not section.answer and fact["key"].strip().lower() in fields:
        section.facts[fact["key"].strip().lower()] = (number, fact["value"].strip())
    elif line.strip() or section.answer:
        section.answer.append(line)


def entry(section: Section, head: Head, problems: list[Problem]) -> Entry:
    check(section, head.file, problems)
    facts = {key: value for key, (_, value) in section.facts.items()}
    return Entry(
        id=section.id,
        chapter=int(head.front.get("chapter", (1, "0"))[1] or 0) if number_ok(head) else 0,
        question=section.title,
        phrasings=tuple(section.phrasings),
        answer=handling_times.filled("\n".join(section.answer).strip()),
        place=facts.get("letak", ""),
        edition=facts.get("edisi") or head.front.get("edition", (1, ""))[1],
        valid_from=optional_day(section, "berlaku", head, problems) or chapter_day(head),
        as_of=optional_day(section, "per", head, problems),
        facts=listed(facts.get("fakta", "")),
        source=facts.get("sumber", ""),
        see_also=listed(facts.get("lihat juga", "")),
        local=listed(facts.get("lokal", "")),
        file=head.file,
        line=section.line,
    )


def number_ok(head: Head) -> bool:
    return CHAPTER_NUMBER.fullmatch(head.front.get("chapter", (1, ""))[1]) is not None


def chapter_day(head: Head) -> date | None:
    """The chapter's date, silently: the chapter itself has already told if it is wrong."""
    return day(head.front.get("valid_from", (1, ""))[1], head.file, 1, [])


def optional_day(section: Section, key: str, head: Head, problems: list[Problem]) -> date | None:
    if key not in section.facts or not section.facts[key][1]:
        return None
    line, text = section.facts[key]
    return day(text, head.file, line, problems)


def listed(text: str) -> tuple[str, ...]:
    parts = (part.strip().strip("`.") for part in re.split(r"[,;]", text))
    return tuple(part for part in parts if part and part != "-")


def check(section: Section, file: str, problems: list[Problem]) -> None:
    if not has_words(section.title):
        text = "judul kosong; tulis pertanyaannya sesudah ##"
        problems.append(Problem(file, section.line, text))
    if problem := nameless(section):
        problems.append(Problem(file, section.line, problem))
    if not any(map(has_words, section.answer)):
        text = "jawaban kosong; tulis jawabannya di bawah judul, sebelum 'Cara lain bertanya'"
        problems.append(Problem(file, section.line, text))
    for mark in handling_times.unknown("\n".join(section.answer)):
        text = f"'{shown(mark)}' tidak dikenal; pilih salah satu: {handling_times.kinds()}"
        problems.append(Problem(file, section.line, text))
    if sum(map(len, section.answer)) > MOST_ANSWER:
        text = f"jawaban lebih dari {MOST_ANSWER} huruf; pecah menjadi beberapa entri"
        problems.append(Problem(file, section.line, text))


def nameless(section: Section) -> str:
    """What is wrong with the id under a heading, or nothing."""
    if not section.id:
        return "tidak ada id; akhiri judul dengan {#id-entri}, misalnya {#lupa-password}"
    if not ID.match(section.id):
        return f"id '{shown(section.id)}' tidak sah; pakai huruf kecil, angka, dan tanda hubung"
    if len(section.id) > LONGEST_ID:
        return f"id '{shown(section.id)}' terlalu panjang; ringkas sampai {LONGEST_ID} huruf"
    return ""
