"""The book with what the desk taught it, and the way back into the Markdown files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.rules.privacy.numbers import mask
from bot.words.fit import cut
from bot.words.learning import MOST_QUESTION
from faq.book.book import Book
from faq.book.chapter import PHRASINGS, Chapter, Entry
from faq.book.disambiguation import MOST_CHOICES, Disambiguation
from faq.book.ids import new_id
from faq.book.markdown import as_letters
from faq.text.features import features
from faq.text.tokens import tokens

LEARNED_SOURCE = "catatan penutup tiket helpdesk"
SHORT = 2  # words that tell something
SEVERAL = 3  # entries that are asked with them
MOST_OFFERED = 4
NO_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True)
class BookChange:
    """Another way of asking `entry_id`, or, with an answer, a new entry of that id."""

    entry_id: str
    question: str
    answer: str | None
    chapter: int | None
    at: date


def taught(book: Book, changes: Sequence[BookChange]) -> Book:
    """A new book; changes to entries or chapters that no longer exist are passed over."""
    offers = [one for one in changes if one.answer is None and is_broad(book, one.question)]
    told = [change for change in changes if change not in offers]
    chapters = tuple(_taught_chapter(chapter, told) for chapter in book.chapters)
    whole = replace(book, chapters=chapters)
    for offer in offers:
        whole = _with_offer(whole, offer)
    return whole


def is_broad(book: Book, text: str) -> bool:
    """So few words that they may mean several entries: offered among others, not answered."""
    stems = _telling(text)
    if not 0 < len(stems) <= SHORT:
        return False
    return _offer_for(book, text) is not None or len(_owners(book, stems)) >= SEVERAL


def _with_offer(book: Book, change: BookChange) -> Book:
    if book.get(change.entry_id) is None:
        return book
    known = _offer_for(book, change.question)
    others = known.choices if known else tuple(_owners(book, _telling(change.question)))
    choices = tuple(dict.fromkeys((change.entry_id, *others)))
    if known is not None:
        changed = replace(known, choices=choices[:MOST_OFFERED])
        rest = tuple(changed if one is known else one for one in book.disambiguation)
        return replace(book, disambiguation=rest)
    taken = {one.id for one in book.disambiguation} | {entry.id for entry in book.entries}
    offer = Disambiguation(
        id=new_id(change.question, taken),
        title=title(change.question),
        choices=choices[:MOST_CHOICES],
        phrasings=(change.question,),
        line=0,
        choices_line=0,
    )
    return replace(book, disambiguation=(*book.disambiguation, offer))


@lru_cache(maxsize=4_096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in features(text).words if not word.weak)


def _offer_for(book: Book, text: str) -> Disambiguation | None:
    """What already asks back at these very words."""
    words = tuple(word.stem for word in features(text).words)
    for one in book.disambiguation:
        asked = (features(each).words for each in one.phrasings)
        if any(tuple(word.stem for word in each) == words for each in asked):
            return one
    return None


def _owners(book: Book, stems: frozenset[str]) -> list[str]:
    """Entries that are asked with all of the words, those asked so most often first."""
    counts = {
        entry.id: sum(stems <= _telling(text) for text in entry.asked_with)
        for entry in book.entries
    }
    return sorted((one for one in counts if counts[one]), key=lambda one: -counts[one])


def _taught_chapter(chapter: Chapter, changes: Sequence[BookChange]) -> Chapter:
    known = {entry.id for entry in chapter.entries}
    new = [
        _new_entry(chapter, change, place)
        for place, change in enumerate(_new_in(chapter, changes, known), len(known) + 1)
    ]
    entries = tuple(_with_phrasings(entry, changes) for entry in (*chapter.entries, *new))
    return replace(chapter, entries=entries)


def _new_in(chapter: Chapter, changes: Iterable[BookChange], known: set[str]) -> list[BookChange]:
    return [
        change
        for change in changes
        if change.answer is not None
        and change.chapter == chapter.number
        and change.entry_id not in known
    ]


def _new_entry(chapter: Chapter, change: BookChange, place: int) -> Entry:
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


def _with_phrasings(entry: Entry, changes: Iterable[BookChange]) -> Entry:
    """What it is asked with already, be it by an earlier export, would count twice."""
    known = {tuple(tokens(text)) for text in entry.asked_with}
    more = []
    for change in changes:
        asked = tuple(tokens(change.question))
        if change.entry_id == entry.id and change.answer is None and asked not in known:
            known.add(asked)
            more.append(change.question)
    return replace(entry, phrasings=(*entry.phrasings, *more)) if more else entry


def export(book: Book, changes: Sequence[BookChange], manual: Path, to: Path) -> list[Path]:
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
