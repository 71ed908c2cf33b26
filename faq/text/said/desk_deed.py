"""An officer's deed in words: "saya ambil", "oper ke bu Dewi", "bukan urusan kita, tutup aja"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.text.language import plain
from faq.text.small_talk.meaning import polite
from faq.text.vocabulary import one_of, words

NUMBERS = "ticket_number.txt"
LONGEST = 15  # words; whoever writes more explains something to the reporter
MOST_TOWARD = 4  # words: to whom, with what, until when
_CLAUSE = re.compile(r"[,.;:!\n]+")


def only_a_deed(text: str) -> bool:
    """Its last clause is nothing else; what stands before it may be the reason."""
    clauses = [clause for clause in _CLAUSE.split(text) if plain(clause)]
    if not clauses or "?" in text or len(plain(text)) > LONGEST:
        return False
    return _is_deed(plain(clauses[-1]))


def _is_deed(said: Sequence[str]) -> bool:
    around = polite() | {*words("beside a deed")}
    at = next((at for at, word in enumerate(said) if word not in around), None)
    if at is None or said[at] not in words("deed"):
        return False
    behind = said[at + 1 :]
    if set(behind) <= around:
        return True
    return (
        said[at] in words("deed toward")
        and behind[0] in words("toward")
        and len(behind) <= MOST_TOWARD + 1
    )


def deed_on(text: str) -> tuple[str, str] | None:
    """Of "tutup tiket 1, sudah ada di arsip": "tutup", and the number with what stands behind."""
    found = _ON_TICKET.match(text.strip())
    if found is None:
        return None
    first, *more = plain(found["deed"]) or [""]
    if more or first not in {*words("deed"), *words("deed on the card")}:
        return None
    return first, f"{found['number']} {found['rest'].strip(' ,.:;')}".strip()


_CALLED = f"(?:{'|'.join(one_of(section, NUMBERS) for section in ('ticket', 'report', 'number'))})"
_ON_TICKET = re.compile(
    rf"\A(?P<deed>\w++)\s++(?:{_CALLED}\b\.?\s*+)*+"
    r"#?(?P<number>(?:EK-\d{4}-)?\d{1,6})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
