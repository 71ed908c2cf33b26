"""Whether somebody wants the announcements, or no more: "berhenti kirim pengumuman"."""

from __future__ import annotations

import re
from functools import partial

from faq.text import vocabulary

FILE = "news.txt"
LONGEST = 80  # letters
_one_of = partial(vocabulary.one_of, file=FILE)

_ANNOUNCEMENT = re.compile(_one_of("announcement"))
_PLEASE = rf"(?:{_one_of('please')} )?"
_I = rf"{_PLEASE}(?:{_one_of('myself')} )?"
_BESIDE = rf"(?: {_one_of('beside news')})*"
_NEWS = rf"{_BESIDE} {_one_of('news')}{_BESIDE}"
_OFF = re.compile(rf"{_I}{_one_of('no news')}{_NEWS}")
_ON = re.compile(
    rf"(?:{_PLEASE}|{_I}(?={_one_of('wants')}))?{_one_of('news again')}{_NEWS}",
)


def names_news(text: str) -> bool:
    """Not only "info", which an officer may be asked for."""
    return _ANNOUNCEMENT.search(text.casefold()) is not None


def wants_news(text: str) -> bool | None:
    """Whether somebody says that they want it, or no more; None where they say neither. Who asks
    about an announcement says neither."""
    if len(text) > LONGEST or "?" in text:
        return None
    said = " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
    if _OFF.fullmatch(said):
        return False
    return True if _ON.fullmatch(said) else None
