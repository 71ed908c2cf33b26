"""What an editor should look at in the book, each with file and line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from faq.book import drafts
from faq.book.book import Book
from faq.book.chapter import Entry
from faq.book.disambiguation import DISAMBIGUATION_FILE
from faq.book.local_facts import LOCAL_FILE, LocalFact
from faq.book.markdown import linked
from faq.book.taught import LEARNED_SOURCE
from faq.book.telegram_html import shown_length
from faq.book.wording import ends_with_a_helper, hedges, is_no_source, local_facts
from faq.text.features import features
from faq.text.vocabulary import word_set

LONGEST_ANSWER = 1_200
"""Letters that the chat shows of it; what is read with pleasure has 700 at most."""
KNOWN_FACTS = "facts.txt"
FACT_NUMBER = re.compile(r"F\d+", re.IGNORECASE)
FEWEST_PHRASINGS = 15
TOO_ALIKE = 0.8
"""Shared words over all words of the two."""
FEW_WORDS = 3
"""Up to which all must be shared."""


def lint(book: Book) -> list[str]:
    """Findings in the order of the book; an empty list means nothing to mend."""
    ids = {entry.id for entry in book.entries}
    found = [
        (entry.file, entry.line, text)
        for entry in book.entries
        for text in (*drafts.told(entry), *findings(entry, ids, book), *unlike_an_answer(entry))
    ]
    found += [
        (LOCAL_FILE, fact.line, text) for fact in book.local.values() for text in vouched(fact)
    ]
    found += list(alike(book))
    return [f"{file}:{line}: {text}" for file, line, text in sorted(found)]


def findings(entry: Entry, ids: set[str], book: Book) -> Iterator[str]:
    if not entry.answer:
        yield f"{entry.id}: jawaban kosong; tulis jawabannya"
    if not entry.place:
        yield f"{entry.id}: letak dalam buku tidak ada; tambahkan '- Letak: Bab N, bagian N.M'"
    if entry.as_of is None:
        yield f"{entry.id}: tanggal data tidak ada; tambahkan '- Per: tahun-bulan-hari'"
    for target in linked(entry.answer):
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


def unlike_an_answer(entry: Entry) -> Iterator[str]:
    """What a reader can't use: too much, where we have it from, or nobody to turn to."""
    length = shown_length(entry.answer)
    if length > LONGEST_ANSWER:
        yield f"{entry.id}: jawaban {length} huruf; ringkas sampai {LONGEST_ANSWER}"
    for phrase in hedges(entry.answer):
        yield (
            f"{entry.id}: '{phrase}' adalah catatan penyusun; pindahkan ke '- Sumber:', "
            "dan tulis apa yang dilakukan atau kepada siapa bertanya"
        )
    for phrase in local_facts(entry.answer):
        yield (
            f"{entry.id}: '{phrase}' hanya berlaku di satu daerah; isikan di {LOCAL_FILE} dengan "
            "sumbernya, dan sebut kuncinya pada '- Lokal:'"
        )
    if not ends_with_a_helper(entry.answer):
        yield (
            f"{entry.id}: akhir jawaban tidak menyebut siapa yang menolong; "
            "tambahkan misalnya 'Bila belum berhasil, tanyakan kepada admin instansi.'"
        )
    if not entry.facts and entry.source != LEARNED_SOURCE:
        yield f"{entry.id}: nomor fakta tidak ada; tambahkan '- Fakta: F…'"
    for fact in unknown_facts(entry):
        yield (
            f"{entry.id}: nomor fakta '{fact}' tidak dikenal; perbaiki, atau tambahkan ke "
            f"faq/lists/{KNOWN_FACTS}"
        )
    if not entry.source:
        yield f"{entry.id}: sumber tidak ada; tambahkan '- Sumber:' dengan asal yang diperiksa"


def unknown_facts(entry: Entry) -> list[str]:
    """A part of a fact ("F097a") is known by its number; what is no number tells its place."""
    known = word_set("known", KNOWN_FACTS)
    numbers = ((fact, FACT_NUMBER.match(fact)) for fact in entry.facts)
    return [fact for fact, number in numbers if number and number[0].upper() not in known]


def vouched(fact: LocalFact) -> Iterator[str]:
    if fact.value and (not fact.source or is_no_source(fact.source)):
        yield (
            f"{fact.key}: terisi tanpa sumber yang dapat diperiksa; tulis misalnya nomor dan "
            "tanggal suratnya pada Sumber, atau kembalikan Nilai menjadi (belum diisi)"
        )


@dataclass
class WayOfAsking:
    """One way of asking, and what asks it: an entry or a disambiguation."""

    id: str
    file: str
    line: int
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.stem for word in features(self.text).words)


def ways(book: Book) -> list[WayOfAsking]:
    entries = [
        WayOfAsking(entry.id, entry.file, entry.line, text)
        for entry in book.entries
        for text in dict.fromkeys(entry.asked_with)
    ]
    return entries + [
        WayOfAsking(one.id, DISAMBIGUATION_FILE, one.line, text)
        for one in book.disambiguation
        for text in dict.fromkeys(one.phrasings)
    ]


def alike(book: Book) -> Iterator[tuple[str, int, str]]:
    """Ways of asking that two share, or nearly: the matcher can't tell them apart."""
    every = ways(book)
    by_words: dict[frozenset[str], list[WayOfAsking]] = defaultdict(list)
    for one in every:
        by_words[one.words].append(one)
    for first, *others in by_words.values():
        yield from (told(other, first) for other in others if other.id != first.id)
    yield from nearly([one for one in every if len(one.words) > FEW_WORDS])


def nearly(every: list[WayOfAsking]) -> Iterator[tuple[str, int, str]]:
    """Pairs that share almost every word; candidates come from their rarest shared word."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(every):
        for word in one.words:
            postings[word].append(number)
    for number, one in enumerate(every):
        rare = sorted(one.words, key=lambda word: len(postings[word]))[:3]
        for other in {twin for word in rare for twin in postings[word] if twin < number}:
            first = every[other]
            same = len(one.words & first.words) / len(one.words | first.words)
            if first.id != one.id and TOO_ALIKE <= same < 1:
                yield told(one, first)


def told(one: WayOfAsking, twin: WayOfAsking) -> tuple[str, int, str]:
    text = (
        f"{one.id}: '{one.text}' (hampir) sama dengan '{twin.text}' pada {twin.file}:{twin.line}"
    )
    return one.file, one.line, text
