"""Secrets told in two messages: "ini password saya", and then the password alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.rules.privacy.secret_names import Kind
from bot.rules.privacy.secret_words import FILLERS
from bot.rules.privacy.secrets import hide, last_named

_LEADS = {Kind.WORD: "password", Kind.NUMBER: "otp", Kind.SIX: "kodenya"}
_MOST_WORDS = 8
_SIX = re.compile(r"\D{0,3}(?:\d{6}|\d{3}[ .-]\d{3}|\d(?:[ .-]\d){5})\D{0,3}", re.ASCII)
_STRONG = re.compile(
    r"\A(?=\S{0,64}[^\W\d_])(?=\S{0,64}\d)"
    r"(?:(?=\S{0,64}\d\S{0,64}\d)|(?=\S{0,64}[@#$%&*!_+=-]))\S{6,64}"
)


class Announced(NamedTuple):
    """What somebody spoke of last."""

    lead: str
    """In place of their words, to read the next message by."""
    open: bool
    """It is what comes next: nothing was said of it, and it was not told yet."""


def announced(text: str) -> Announced | None:
    named = last_named(text)
    if named is None:
        return None
    return Announced(_LEADS[named.kind] + named.whose + (":" if named.signed else ""), named.open)


def hide_announced(text: str, by: Announced) -> str:
    """The same text without what was announced, if it is told there."""
    if len(text.split()) > _MOST_WORDS:
        return text
    if not by.open and not _stands_alone(text):
        return text
    lead = by.lead if by.open else by.lead.strip(":")
    told = hide(f"{lead} {text}")
    return told.removeprefix(f"{lead} ") if told.startswith(lead) else text


def _stands_alone(text: str) -> bool:
    """Nothing else is said, and it is no word like any other."""
    words = [word for word in text.split() if word.lower().strip(".,!?") not in FILLERS]
    alone = " ".join(words)
    return bool(_SIX.fullmatch(alone) or (len(words) == 1 and _STRONG.fullmatch(alone)))
