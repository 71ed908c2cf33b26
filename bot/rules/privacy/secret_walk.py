"""From the name of a secret on, word by word: which word is it, and which says something of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from bot.rules.privacy.book_words import BOOK
from bot.rules.privacy.described import described
from bot.rules.privacy.phrases import SAID, LeadIn, is_bound, is_done, phrase_end
from bot.rules.privacy.secret_names import SecretKind, SecretName
from bot.rules.privacy.secret_words import (
    ASKED_ABOUT,
    BECOMES,
    BEHIND,
    CHANGED,
    FAVOURITES,
    FILLERS,
    HONORIFICS,
    LINKS,
    NOUNS,
    ONLY,
    ORDINARY,
    OWNERS,
    PEOPLE,
    PHONE,
    POINTING,
    SPOKEN_TO,
    UNITS,
    USED,
    USERS,
)
from bot.rules.privacy.strength import CODE, LEADING, MAIL_OR_SITE, TRIMMED, YEAR, is_strong

_BEGINS = re.compile(r"[^\s,;|]")
_NEXT = re.compile(r"(?P<sign>(?:[:=]+>?|-{1,2}>|→)\s*)?(?:[-•*]+\s+)?(?P<word>\S+)")
_QUOTED = re.compile(r"([\"'`“‘*])(?P<value>[^\"'`”’*\n]{1,40})[\"'`”’*]")
_ENDS = ".?!"
_SIX = re.compile(r"\d{6}|\d{3}[-.]\d{3}", re.ASCII)
_SPACED = re.compile(
    r"(?:\d{3} \d{3}|\d{4}(?: \d{4}){1,3}|\d\d(?: \d\d){1,3}|\d\d(?:-\d\d){2,3}"
    r"|(?:\d ){3,7}\d)(?!\w|[.,]\d)",
    re.ASCII,
)
_PART = re.compile(r"\d{1,4}[.,]?", re.ASCII)
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")  # "lupaaa"
_CAMEL = re.compile(r"[a-z]{2}[A-Z]")
_GLUED = re.compile(r"\A(?P<filler>[^\W\d]{1,24})[:=]+(?=\S)")
_TO_PHONE = ("ke", "nomor", "no", "nomer", "hp", "wa")
_SITES = ("http://", "https://", "www.")
_USUAL = tuple(ORDINARY)
_LONG = 10  # letters of a word that stands behind the name without a sign
_SENTENCE = re.compile(r"[.!?]\s|\n")
_OWN_THING = re.compile(r"\A([^\W\d_]{2,20}?)(nya|ku)")
_INNER_SIGNS = re.compile(r"(?<=\w)[._-](?=\w)")
_PARTED = str.maketrans(":=/", "   ")
_LONGEST_SECRET = 64
_REACH, _FAR = 12, 6  # words looked at behind a name, and of them behind one that is no filler


class Walk:
    """From the name of a secret on, word by word."""

    def __init__(self, signs: str, name: SecretName, since: int, end: int) -> None:
        self._signs, self._at, self._end = signs, name.end, end
        self._name, self._kind = name, name.kind
        self.owned = name.owned
        self._signed = self._linked = False
        self._far = 0
        self._said = False  # something of it, as that it does not work
        self._parted = False  # a secret may have several parts
        self._last = ""
        self._after_user = _behind_user(signs, name.start)
        before = _words_before(signs, since, name.start)
        self._asked_about = not before.isdisjoint(ASKED_ABOUT)
        self._changed = not before.isdisjoint(CHANGED)
        self._used = not before.isdisjoint(USED)
        following = _next(signs, name.end, end)
        if following is not None and following["word"].lower().strip(TRIMMED) in OWNERS:
            self.owned = True

    @property
    def waits(self) -> bool:
        """With a sign that now it comes."""
        return self._signed or self._last in LINKS

    @property
    def is_open(self) -> bool:
        """Nothing was said of it or asked about it."""
        return not (self._far or self._asked_about or self._signs.rstrip().endswith("?"))

    def values(self) -> Iterator[tuple[int, int]]:
        hidden, ended = False, False
        for _ in range(_REACH):
            step = self._step()
            if step is None or ended:
                return
            self._signed = step["sign"] is not None or (self._signed and not hidden)
            start, self._at = step.start("word"), step.end("word")
            if whole := self._of_several_parts(start, hidden=hidden):
                self._at, hidden = max(self._at, whole[1]), True
                yield whole
                continue
            glued = _GLUED.match(step["word"])
            if glued and glued["filler"].lower() in FILLERS:
                self._goes_on(glued["filler"].lower())
                self._at, self._signed = start + glued.end(), True
                continue
            start, word = self._trimmed(start, step["word"])
            if self._parted and _PART.fullmatch(word) and not self._counts(word):
                yield start, start + len(word)
            elif self._is_value(word):
                hidden = self._parted = True
                yield start, self._whole(start, word)
                continue
            elif not self._goes_on(word.lower()):
                return
            elif step["word"][-1] in ":=":
                self._signed, self._last = True, ""
                if not (self._said or self._asked_about):  # "password excel: rekap"
                    self._far = 0
            self._parted = False
            ended = self._at > start + len(word) and self._signs[self._at - 1] in _ENDS

    def _step(self) -> re.Match[str] | None:
        """The next word, past what is the telephone's."""
        step = _next(self._signs, self._at, self._end)
        if step is None or step["sign"] or self._signed or step["word"].isalpha():
            return step
        phone = PHONE.match(self._signs, step.start("word"), self._end)
        return step if phone is None else _next(self._signs, phone.end(), self._end)

    def _of_several_parts(self, start: int, *, hidden: bool) -> tuple[int, int] | None:
        quoted = _QUOTED.match(self._signs, start, self._end)
        if quoted and self._may_be_quoted(quoted["value"]):
            return quoted.span("value")
        if self._kind is not SecretKind.WORD and (not self._far or self._signed):
            spaced = _SPACED.match(self._signs, start, self._end)
            if spaced:
                return spaced.span()
        if told := self._described(start):
            return told
        ends = None if hidden else self._phrase_end(start)
        return (start, ends) if ends else None

    def _described(self, start: int) -> tuple[int, int] | None:
        if self._kind is SecretKind.SIX or self._name.person or self._far > 1 or self._asked_about:
            return None
        plainly = self._signed or self._linked or self._last in USED
        return described(
            self._signs, start, self._end, plainly=plainly, owned=self.owned, kind=self._kind
        )

    def _trimmed(self, start: int, word: str) -> tuple[int, str]:
        """Without the signs around it; of signs alone nothing is left out."""
        bare = word.lstrip(LEADING)
        inner = bare.rstrip(TRIMMED)
        return (start + len(word) - len(bare), inner) if inner else (start, word)

    def _whole(self, start: int, word: str) -> int:
        """With the signs at its end, of which any may belong to it."""
        end = start + len(word)
        while end < self._at and self._signs[end] not in ".,;:)]}\"'":
            end += 1
        return end

    def _may_be_quoted(self, value: str) -> bool:
        words = set(value.lower().split())
        if not words or words <= OWNERS:
            return False
        if self._is_value(value):
            return True
        said = len(words & SAID)
        if self._signed or self._linked or self.owned:
            return not said or (self._far == 0 and 2 * said <= len(words))
        behind = self._last == "" and not self._asked_about and self._kind is SecretKind.WORD
        return behind and 1 < len(words) >= 2 * said and not words <= BOOK

    def _phrase_end(self, start: int) -> int | None:
        if self._kind is not SecretKind.WORD or self._far or self._name.person:
            return None
        if self._at - start > _LONGEST_SECRET:
            return None
        told = self._told_as()
        if told is None or is_strong(self._signs[start : self._at].strip(TRIMMED), self._kind):
            return None
        return phrase_end(self._signs, start, self._end, told)

    def _told_as(self) -> LeadIn | None:
        if self._signed:
            return LeadIn.SIGN
        if self._linked and self.owned:
            return LeadIn.LINK
        if self._asked_about:
            return None
        if self._last == "" and self._name.owned:
            return LeadIn.SUFFIX
        if self._last in OWNERS or (self._used and self._last == ""):
            return LeadIn.OWNER
        return LeadIn.ALONE if self._last == "" else None

    def _is_value(self, word: str) -> bool:
        if len(word) > _LONGEST_SECRET:  # not to be looked at sign by sign
            return self._far == 0 and not word.startswith(_SITES)
        if self._counts(word) or self._is_called(word):
            return False
        if self._kind is SecretKind.SIX:
            return bool(_SIX.fullmatch(word)) and (self._far == 0 or self._signed)
        if self._far:
            return self._kind is SecretKind.WORD and self._is_far_value(word)
        if CODE.fullmatch(word):
            plainly = self._signed or self._linked or self._kind is SecretKind.NUMBER
            return plainly or not YEAR.fullmatch(word)
        if is_strong(word, self._kind):
            return True
        return (
            self._kind is SecretKind.WORD and not self._name.person and self._is_plain_value(word)
        )

    def _is_far_value(self, word: str) -> bool:
        """With other words between it and its name."""
        if self._becomes(word):
            return self._is_unlike_usual(word.lower())
        return not self._said and is_strong(word, self._kind)

    def _becomes(self, word: str) -> bool:
        """ "diganti jadi paringin"."""
        if not self._changed or self._last not in BECOMES or is_done(word.lower()):
            return False
        return self._last != "ke" or (word.islower() and word not in BOOK | PEOPLE)

    def _counts(self, word: str) -> bool:
        """ "3 kali", "6 digit"."""
        if not word[0].isdigit():
            return False
        following = _next(self._signs, self._at, self._end)
        return following is not None and following["word"].lower().strip(TRIMMED) in UNITS

    def _is_called(self, word: str) -> bool:
        """ "dikirim ke 0812"."""
        return self._last in _TO_PHONE and word.startswith(("08", "62", "+"))

    def _is_plain_value(self, word: str) -> bool:
        """A word like any other: only where nothing else can be told there."""
        low = _DRAWN_OUT.sub(r"\1", word.lower())
        plainly = self._signed or (self._linked and self.owned)
        if low in NOUNS:
            return plainly and self._ends_here()
        if (
            all(part in ORDINARY for part in low.split("/"))
            or MAIL_OR_SITE.fullmatch(word)
            or not any(map(str.isalnum, word))
            or self._last in HONORIFICS
        ):
            return False
        if word.isdigit():
            told = self._last not in {"nip", "nik"} and (self._signed or self._linked)
            return told and len(word) > 3
        if self._signed:
            return True
        if _CAMEL.search(word) and self.owned:
            return True
        if self._becomes(word):
            return self._is_unlike_usual(low)
        if is_bound(low):
            return False
        return plainly or self._after_user or self._is_all_there_is(word)

    def _is_all_there_is(self, word: str) -> bool:
        """ "password saya haruan", and nothing more."""
        said = self._last in OWNERS or (self.owned and self._last in {"", *POINTING})
        if not said:  # "password wadaibingka"
            strange = word.isalpha() and word not in BOOK | PEOPLE
            long = len(word) >= _LONG and (word.islower() or word.isupper())
            said = long and strange and self._last == "" and not self._asked_about
            said = said and not self._speaks_to_somebody()
        return said and not self._far and self._is_unlike_usual(word.lower())

    def _is_unlike_usual(self, low: str) -> bool:
        """A word that is like none that is usual there, however it is misspelled."""
        low = low.rstrip("!")
        letters = _INNER_SIGNS.sub("", low)
        if not (len(low) > 4 and letters.isalpha() and self._ends_here()):
            return False
        if low in FAVOURITES:
            return True
        near = 1 if len(low) < 8 else 2
        usual = extractOne(low, _USUAL, scorer=DamerauLevenshtein.distance, score_cutoff=near)
        return usual is None

    def _ends_here(self) -> bool:
        """Nothing more is told, or only that it does not work."""
        rest = _next(self._signs, self._at, len(self._signs))
        if rest is None or self._signs[self._at - 1] in ".,!;":
            return True
        if "\n" in self._signs[self._at : rest.start("word")]:
            return True
        return rest["word"].lower().strip(TRIMMED) in BEHIND

    def _speaks_to_somebody(self) -> bool:
        """ "password presentasi pak": it may be his."""
        rest = _next(self._signs, self._at, self._end)
        return rest is not None and rest["word"].lower().strip(TRIMMED) in SPOKEN_TO

    def _goes_on(self, word: str) -> bool:
        """Past a word that is no secret."""
        own = None if word in ORDINARY else _OWN_THING.fullmatch(word)
        if own and own[1] in FILLERS:  # "laptopku"
            word = own[2]
        self._last = word
        if word in LINKS:
            self._linked = True
        elif word in OWNERS:
            self.owned = True
        elif word not in FILLERS | ONLY and not (len(word) > 8 and word.isdigit()):
            self._far += 1
            self._said = self._said or word in SAID
            self._changed = self._changed or word in CHANGED
            self._signed = self._linked = self._after_user = False
        return self._far <= _FAR and len(word) <= _LONGEST_SECRET


def _next(signs: str, at: int, end: int) -> re.Match[str] | None:
    begins = _BEGINS.search(signs, at, end)
    return None if begins is None else _NEXT.match(signs, begins.start(), end)


def _words_before(signs: str, since: int, end: int) -> set[str]:
    """Of the same sentence."""
    part = _SENTENCE.split(signs[max(since, end - 50) : end])[-1]
    return {word.strip(TRIMMED) for word in part.lower().split()}


def _behind_user(signs: str, end: int) -> bool:
    """ "user budi sandi …": the other half of what somebody logs in with."""
    words = [word.strip(TRIMMED).lower() for word in signs[max(0, end - 60) : end].split()]
    words = " ".join(words).translate(_PARTED).split()
    if not words:
        return False
    if words[-1].isdecimal() and 9 <= len(words[-1]) <= 18:
        return True
    named = words[-3:-1]
    told = words[-1] not in ORDINARY or "@" in words[-1]
    return told and any(word in USERS for word in named)
