"""What an editor should look at in the book, each with file and line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from faq.book import Book
from faq.chapter import Entry
from faq.features import Features, features
from faq.local import LOCAL_FILE

LONGEST_ANSWER = 3_500
FEWEST_PHRASINGS = 15
TOO_ALIKE = 0.8
"""Shared words over all words of the two."""
LINK = re.compile(r"\]\(entry:([^)\s]*)\)")


def lint(book: Book) -> list[str]:
    """Findings in the order of the book; an empty list means nothing to mend."""
    ids = {entry.id for entry in book.entries}
    found = [
        (entry.file, entry.line, text)
        for entry in book.entries
        for text in findings(entry, ids, book)
    ]
    found += list(alike(book))
    return [f"{file}:{line}: {text}" for file, line, text in sorted(found)]


def findings(entry: Entry, ids: set[str], book: Book) -> Iterator[str]:
    length = len(entry.answer)
    if not length:
        yield f"{entry.id}: jawaban kosong; tulis jawabannya"
    if length > LONGEST_ANSWER:
        yield f"{entry.id}: jawaban {length} huruf; ringkas sampai {LONGEST_ANSWER}"
    if not entry.place:
        yield f"{entry.id}: letak dalam buku tidak ada; tambahkan '- Letak: Bab N, bagian N.M'"
    if entry.as_of is None:
        yield f"{entry.id}: tanggal data tidak ada; tambahkan '- Per: tahun-bulan-hari'"
    for target in LINK.findall(entry.answer):
        if target not in ids:
            yield f"{entry.id}: tautan ke '{target}' tidak menuju entri mana pun"
    for key in entry.local:
        if key not in book.local:
            yield f"{entry.id}: kunci lokal '{key}' tidak ada dalam {LOCAL_FILE}"
    if len(entry.phrasings) < FEWEST_PHRASINGS:
        yield (
            f"{entry.id}: peringatan: baru {len(entry.phrasings)} cara bertanya; "
            f"tambahkan sampai {FEWEST_PHRASINGS}"
        )


def alike(book: Book) -> Iterator[tuple[str, int, str]]:
    """Ways of asking that two entries share, or nearly: the matcher can't tell them apart."""
    by_words: dict[frozenset[str], list[tuple[Entry, str]]] = defaultdict(list)
    for entry in book.entries:
        for text in dict.fromkeys((entry.question, *entry.phrasings)):
            by_words[key(features(text))].append((entry, text))
    for asked in by_words.values():
        first, text = asked[0]
        for other, twin in asked[1:]:
            if other.id != first.id:
                yield other.file, other.line, told(other.id, twin, first, text)
    yield from nearly(book)


def nearly(book: Book) -> Iterator[tuple[str, int, str]]:
    """Pairs that share almost every word; candidates come from their rarest shared word."""
    asked = [
        (entry, text, words)
        for entry in book.entries
        for text in dict.fromkeys((entry.question, *entry.phrasings))
        if len(words := key(features(text))) > 3
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, words) in enumerate(asked):
        for word in words:
            holders[word].append(number)
    for number, (entry, text, words) in enumerate(asked):
        rare = sorted(words, key=lambda word: len(holders[word]))[:3]
        for other in {twin for word in rare for twin in holders[word] if twin < number}:
            first, twin_text, twin_words = asked[other]
            same = len(words & twin_words) / len(words | twin_words)
            if first.id != entry.id and TOO_ALIKE <= same < 1:
                yield entry.file, entry.line, told(entry.id, text, first, twin_text)


def key(asked: Features) -> frozenset[str]:
    return frozenset(word.stem for word in asked.words)


def told(entry_id: str, text: str, other: Entry, twin: str) -> str:
    return f"{entry_id}: '{text}' (hampir) sama dengan '{twin}' pada {other.file}:{other.line}"
