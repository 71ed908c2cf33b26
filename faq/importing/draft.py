"""A section as a draft entry in the book's Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from faq.book.chapter import FACT, FIELDS
from faq.book.ids import new_id
from faq.importing.outline import Section
from faq.importing.piece import Piece

LONGEST_ANSWER = 3_300
"""Letters; the book's own limit is 3,500."""
LIST = re.compile(r"^(?:- |\d{1,3}[.)] |[a-zA-Z][.)] )")
CELL = " | "
ASKS = re.compile(
    r"^(?:apa|apakah|siapa|kapan|di mana|ke mana|mengapa|kenapa|bagaimana|berapa|bolehkah)\b",
    re.IGNORECASE,
)
# Written in capitals even where the heading is not.
SPELLED = re.compile(
    r"^\W*(?:AK|ASN|BKN|BKPSDM|BMN|CPNS|DES|GTK|HP|JF|KGB|MFA|NIK|NIP|OPD|OTP|PAK|PMM|PNS|PPPK|RHK"
    r"|SIASN|SK|SKP|SIMPEG|TPP|TTE|UU|[IVX]+)\W*$"
)
FORMS = (
    (re.compile(r"^(?:pengertian|definisi)\s+(?P<rest>.+)$", re.IGNORECASE), "Apa itu {rest}?"),
    (re.compile(r"^(?P<rest>(?:tata )?cara\s.+)$", re.IGNORECASE), "Bagaimana {rest}?"),
    (
        re.compile(r"^(?P<rest>(?:langkah(?:-langkah)?|prosedur|alur)\s.+)$", re.IGNORECASE),
        "Bagaimana {rest}?",
    ),
    (re.compile(r"^(?P<rest>(?:syarat|persyaratan)\s.+)$", re.IGNORECASE), "Apa {rest}?"),
    (re.compile(r"^(?P<rest>tujuan\s.+)$", re.IGNORECASE), "Apa {rest}?"),
)


@dataclass(frozen=True)
class EntryDraft:
    id: str
    question: str
    heading: str
    answer: str
    first: int
    last: int


def drafts(section: Section, taken: set[str]) -> Iterator[EntryDraft]:
    """One entry, or several where the text is too long for one answer."""
    parts = list(_parts(section.body))
    for place, (body, answer) in enumerate(parts, 1):
        heading = f"{section.title} ({section.above})" if section.above else section.title
        heading = clean(heading)
        if len(parts) > 1:
            heading += f" (bagian {place} dari {len(parts)})"
        pages = [piece.page for piece in body]
        entry_id = new_id(heading, taken)
        taken.add(entry_id)
        yield EntryDraft(
            id=entry_id,
            question=question(heading),
            heading=heading,
            answer=answer,
            first=section.page if place == 1 else min(pages),
            last=max(pages),
        )


def _parts(body: list[Piece]) -> Iterator[tuple[list[Piece], str]]:
    some: list[Piece] = []
    for piece in (short for long in body for short in _cut(long)):
        if some and len(markdown([*some, piece])) > LONGEST_ANSWER:
            yield some, markdown(some)
            some = []
        some.append(piece)
    if some:
        yield some, markdown(some)


def _cut(piece: Piece) -> Iterator[Piece]:
    """A paragraph longer than an answer may be, at its words."""
    text = piece.text
    while len(text) > LONGEST_ANSWER:
        at = text.rfind(" ", LONGEST_ANSWER // 2, LONGEST_ANSWER)
        at = at if at > 0 else LONGEST_ANSWER
        yield Piece(piece.page, text[:at])
        text = text[at:].lstrip()
    yield Piece(piece.page, text)


def markdown(body: Iterable[Piece]) -> str:
    lines: list[str] = []
    before = ""
    for piece in body:
        kind = "row" if CELL in piece.text else "item" if LIST.match(piece.text) else "text"
        if lines and not (kind == before and kind != "text"):
            lines.append("")
        lines.append(_harmless(piece.text, first=not lines))
        before = kind
    return "\n".join(lines)


def _harmless(text: str, *, first: bool) -> str:
    """Nothing in a manual's text may read as the book's own heading, or as a fact of the entry."""
    text = clean(text)
    fact = FACT.match(text) if first else None
    if fact and fact["key"].strip().casefold() in FIELDS:
        return f"{fact['key']}: {fact['value']}"
    return f" {text}" if text.startswith("#") else text


def clean(text: str) -> str:
    kept = "".join(
        x for x in text if x == "\t" or unicodedata.category(x) not in {"Cc", "Cs", "Co"}
    )
    return " ".join(kept.split())


def question(heading: str) -> str:
    """The heading as somebody would ask it; where that is not plain, the heading itself."""
    text = titled(heading)
    if text.endswith("?"):
        return text
    if ASKS.match(text):
        return f"{text.rstrip('.:')}?"
    for form, asked in FORMS:
        if found := form.match(text):
            rest = found["rest"].rstrip(".:")
            return asked.format(rest=rest if "itu" in asked else rest[0].lower() + rest[1:])
    return text.rstrip(".:") or "Tanpa judul"


def titled(heading: str) -> str:
    """Fit for a heading of ours: no braces, and no shouting but for what is written so."""
    text = heading.replace("{", "(").replace("}", ")").lstrip("# ")
    if not text.isupper() or len(text) <= 5:
        return text
    words = (word if SPELLED.search(word) else word.lower() for word in text.split())
    text = " ".join(words)
    return text[:1].upper() + text[1:]
