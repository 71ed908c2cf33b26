"""A right over one's own data, asked for in plain words: "hapus data saya"."""

from __future__ import annotations

import re
from functools import partial

from bot.rules.privacy.own_rights import Right
from faq.text import vocabulary

FILE = "own_data.txt"
LONGEST = 80  # letters
_one_of = partial(vocabulary.one_of, file=FILE)

_PLEASE = rf"(?:{_one_of('please')} ){{0,5}}"
_MINE = rf"(?: {_one_of('mine')}|{_one_of('mine hung on')})"
_OWN = rf"(?:{_one_of('all')} )?{_one_of('data')}{_MINE}"
_BEHIND = rf"(?: {_one_of('here')}){{0,6}}(?: {_one_of('closing')}){{0,3}}"
_LOOK = rf"(?:{_one_of('look')} )?(?:{_one_of('copy')} )?"
_SAID = {
    Right.BE_ERASED: re.compile(
        rf"{_PLEASE}(?:{_one_of('erase data')}|{_one_of('erase')} {_OWN}){_BEHIND}"
    ),
    Right.SEE: re.compile(rf"{_PLEASE}{_LOOK}{_OWN}{_BEHIND}"),
}


def right_in(text: str) -> Right | None:
    """Where that is all that is said: whoever tells more of their data tells of a trouble."""
    if len(text) > LONGEST or "?" in text:
        return None
    said = " ".join(re.sub(r"[^\w\s]|_", " ", text.casefold()).split())
    return next((right for right, words in _SAID.items() if words.fullmatch(said)), None)
