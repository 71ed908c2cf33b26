"""Above somebody's words: what they point at, and whose words they pass on. Plain text."""

from __future__ import annotations

from bot.rules.pointing import Forwarded, Pointed
from bot.words.fit import cut
from bot.words.news import SIGNS_OF_OFFICERS
from bot.words.refusals import KINDS_OF_CONTENT

MOST_QUOTED = 300  # UTF-16 units
MOST_NAMED = 120
MOST_NAME = 64


def above(text: str | None, pointed: Pointed | None, forwarded: Forwarded | None) -> str | None:
    """None where there is nothing to say at all."""
    parts = [_pointed(pointed), _forwarded(forwarded), (text or "").strip()]
    return "\n".join(part for part in parts if part) or None


def said_by_officer(shown: str) -> str | None:
    """An officer's words out of a message in which they were passed on; None for any other."""
    head, _, rest = shown.partition("\n\n")
    if not head.startswith(SIGNS_OF_OFFICERS):
        return None
    body, _, foot = rest.rpartition("\n\n")
    return body or foot


def _pointed(pointed: Pointed | None) -> str | None:
    if pointed is None:
        return None
    most = MOST_QUOTED if pointed.quoted else MOST_NAMED
    words = " ".join((pointed.words or "").split())
    said = f"❝{cut(words, most)}❞" if words else _named(pointed.kind)
    if pointed.by is None:
        return said
    whose = f"dari {cut(pointed.by, MOST_NAME)}" if pointed.by else "dari obrolan lain"
    return f"{said} ({whose})"


def _named(kind: str | None) -> str:
    return f"❝({KINDS_OF_CONTENT.get(kind or '', 'pesan lain')})❞"


def _forwarded(forwarded: Forwarded | None) -> str | None:
    if forwarded is None:
        return None
    return f"↪️ Diteruskan dari {cut(forwarded.by or 'orang lain', MOST_NAME)}:"
