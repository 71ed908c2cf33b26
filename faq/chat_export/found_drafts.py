"""What the book lacks as entries in its own form, for an editor; nothing publishes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.rules.letters import harmless
from faq.book.book import Book
from faq.book.drafts import MARK, PREFIX
from faq.book.ids import new_id
from faq.book.markdown import as_letters
from faq.book.taught import title
from faq.chat_export.lessons import Topic

MOST_DRAFTS = 40
MOST_WORDINGS = 15
MOST_ANSWERS = 3
MOST_ANSWER = 1_000
"""Letters; the book's own limit is 1,200."""
SOURCE = f"{MARK} dari obrolan grup, belum diperiksa"
NO_ANSWER = "(Belum ada jawaban dalam obrolan. Tulis jawabannya di sini.)"
HELPER = "Bila belum berhasil, tanyakan kepada admin instansi."


def file_name(digest: str) -> str:
    return f"{PREFIX}obrolan-{digest[:10]}.md"


def drafted(topics: Sequence[Topic], book: Book, today: date) -> str:
    number = max((chapter.number for chapter in book.chapters), default=0) + 1
    taken = {entry.id for entry in book.entries} | {one.id for one in book.disambiguation}
    head = [
        "---",
        f"chapter: {number}",
        "title: Draf dari obrolan grup",
        f"edition: {SOURCE}",
        f"valid_from: {today.isoformat()}",
        "status: draf",
        "---",
        "",
        "Draf, belum terbit: pertanyaan dari obrolan grup yang belum dijawab buku, yang paling",
        "sering dahulu, dengan jawaban anggota grup. Nama dan nomor disamarkan; periksa lagi.",
        "Jawaban orang bisa keliru atau sudah berubah: cocokkan dengan aturannya sebelum dipakai.",
        "Pindahkan yang benar ke babnya, ganti *Sumber*, lalu jalankan `main.py book lint`.",
    ]
    entries = (_entry(topic, number, place, taken) for place, topic in enumerate(topics, 1))
    return "\n".join([*head, *(line for entry in entries for line in entry), ""])


def _entry(topic: Topic, number: int, place: int, taken: set[str]) -> Iterator[str]:
    question = title(_one_line(topic.question)).lstrip("# ") or "Tanpa judul"
    entry_id = new_id(question, taken)
    taken.add(entry_id)
    yield from ("", f"## {question} {{#{entry_id}}}", "")
    yield f"- Letak: Bab {number}, bagian {number}.{place}"
    yield f"- Sumber: {SOURCE}; ditanyakan {len(topic.exchanges)} kali oleh {topic.askers} orang"
    yield ""
    yield from _answers(topic)
    ways = _ways(topic.wordings[1:])
    if ways:
        yield from ("", "### Cara lain bertanya", "", *ways)


def _answers(topic: Topic) -> Iterator[str]:
    """What was said, letter for letter: nothing of it is a mark of the book's."""
    room, found = MOST_ANSWER, 0
    for answers in topic.answers[:MOST_ANSWERS]:
        for said in answers:
            text = _letters(said[: max(0, room)])
            if text:
                yield from (text, "")
                room -= len(text)
                found += 1
    if not found:
        yield from (NO_ANSWER, "")
    yield HELPER


def _letters(text: str) -> str:
    lines = (" ".join(line.split()) for line in harmless(text).split("\n"))
    return as_letters("\n".join(line for line in lines if line))


def _ways(wordings: Iterable[str]) -> list[str]:
    told = (_one_line(text).lstrip("#-*•+ ") for text in wordings)
    return [f"- {text}" for text in dict.fromkeys(told) if text][:MOST_WORDINGS]


def _one_line(text: str) -> str:
    return " ".join(harmless(text).split())


def write(to: Path, name: str, text: str) -> Path | None:
    """None where an editor's copy of it is there already: it is left alone."""
    to.mkdir(parents=True, exist_ok=True)
    path = to / name
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return None
    return path
