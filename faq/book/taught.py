"""The book with what the desk taught it, and the way back into the Markdown files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.rules.privacy.numbers import mask
from bot.words.fit import cut
from bot.words.learning import MOST_QUESTION
from faq.book.book import Book
from faq.book.chapter import PHRASINGS, Chapter, Entry
from faq.book.markdown import as_letters
from faq.text.tokens import tokens

LEARNED_SOURCE = "catatan penutup tiket helpdesk"
NO_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True)
class Change:
    """Another way of asking `entry_id`, or, with an answer, a new entry of that id."""

    entry_id: str
    question: str
    answer: str | None
    chapter: int | None
    at: date


def taught(book: Book, changes: Sequence[Change]) -> Book:
    """A new book; changes to entries or chapters that no longer exist are passed over."""
    chapters = tuple(_taught_chapter(chapter, changes) for chapter in book.chapters)
    return replace(book, chapters=chapters)


def _taught_chapter(chapter: Chapter, changes: Sequence[Change]) -> Chapter:
    known = {entry.id for entry in chapter.entries}
    new = [
        _new_entry(chapter, change, place)
        for place, change in enumerate(_new_in(chapter, changes, known), len(known) + 1)
    ]
    entries = tuple(_with_phrasings(entry, changes) for entry in (*chapter.entries, *new))
    return replace(chapter, entries=entries)


def _new_in(chapter: Chapter, changes: Iterable[Change], known: set[str]) -> list[Change]:
    return [
        change
        for change in changes
        if change.answer is not None
        and change.chapter == chapter.number
        and change.entry_id not in known
    ]


def _new_entry(chapter: Chapter, change: Change, place: int) -> Entry:
    return Entry(
        id=change.entry_id,
        chapter=chapter.number,
        question=title(change.question),
        phrasings=(),
        answer=as_letters(mask(change.answer or "")),
        place=f"Bab {chapter.number}, bagian {chapter.number}.{place} (tambahan petugas)",
        edition=chapter.edition,
        valid_from=change.at,
        as_of=change.at,
        facts=(),
        source=LEARNED_SOURCE,
        see_also=(),
        local=(),
        file=chapter.file,
        line=0,
    )


def title(question: str) -> str:
    """Of one line, as a heading is; in braces there stands the id. Of a title it is the same."""
    return cut(" ".join(question.split()).translate(NO_BRACES), MOST_QUESTION)


def _with_phrasings(entry: Entry, changes: Iterable[Change]) -> Entry:
    """What it is asked with already, be it by an earlier export, would count twice."""
    known = {tuple(tokens(text)) for text in (entry.question, *entry.phrasings)}
    more = []
    for change in changes:
        asked = tuple(tokens(change.question))
        if change.entry_id == entry.id and change.answer is None and asked not in known:
            known.add(asked)
            more.append(change.question)
    return replace(entry, phrasings=(*entry.phrasings, *more)) if more else entry


def export(book: Book, changes: Sequence[Change], manual: Path, to: Path) -> list[Path]:
    """Writes the chapters that changed, with the changes in their place; returns the files."""
    written = []
    whole = taught(book, changes)
    for chapter, now in zip(book.chapters, whole.chapters, strict=True):
        if chapter == now:
            continue
        text = (manual / chapter.file).read_text(encoding="utf-8-sig")
        known = {entry.id for entry in chapter.entries}
        for entry in now.entries:
            if entry.id in known:
                text = _add_phrasings(text, entry.id, _missing(chapter, entry))
            else:
                text = f"{text.rstrip()}\n\n{_as_markdown(entry)}"
        path = to / chapter.file
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _missing(chapter: Chapter, entry: Entry) -> list[str]:
    before = next(known for known in chapter.entries if known.id == entry.id)
    return [text for text in entry.phrasings if text not in before.phrasings]


def _add_phrasings(text: str, entry_id: str, more: Sequence[str]) -> str:
    """Behind the last line of the entry's own section."""
    if not more:
        return text
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if f"#{entry_id}}}" in line.replace(" ", ""))
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at].startswith("## ")), len(lines)
    )
    section = "\n".join(lines[start:end]).rstrip().split("\n")
    if not any(PHRASINGS.match(line) for line in section):
        section += ["", "### Cara lain bertanya", ""]
    section += map(_bullet, more)
    rest = lines[end:]
    return (
        "\n".join([*lines[:start], *section, "", *rest])
        if rest
        else "\n".join([*lines[:start], *section, ""])
    )


def _as_markdown(entry: Entry) -> str:
    place = entry.place.removesuffix(" (tambahan petugas)")
    phrasings = "\n".join(map(_bullet, entry.phrasings))
    return (
        f"## {entry.question} {{#{entry.id}}}\n\n"
        f"- Letak: {place}\n- Per: {entry.as_of}\n- Sumber: {entry.source}\n\n"
        f"{entry.answer}\n\n### Cara lain bertanya\n\n{phrasings}".rstrip()
        + "\n"
    )


def _bullet(phrasing: str) -> str:
    """A heading's sign at its start would keep it from being read."""
    return f"- {' '.join(phrasing.split()).lstrip('# ')}"
