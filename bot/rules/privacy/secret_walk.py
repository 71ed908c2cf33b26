"""From the name of a secret on, word by word: which word is it, and which says something of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from bot.rules.privacy.phrases import SAID, Told, is_bound, phrase_end
from bot.rules.privacy.secret_names import Kind, Name
from bot.rules.privacy.secret_words import (
    ASKED_ABOUT,
    BECOMES,
    BEHIND,
    CHANGED,
    FILLERS,
    HONORIFICS,
    LINKS,
    NOUNS,
    ORDINARY,
    OWNERS,
    PHONE,
    POINTING,
    UNITS,
    USED,
    USERS,
)

_BEGINS = re.compile(r"[^\s,;|]")
_NEXT = re.compile(r"(?P<sign>[:=]+>?\s*)?(?:[-•*]+\s+)?(?P<word>\S+)")
_QUOTED = re.compile(r"([\"'`“‘*])(?P<value>[^\"'`”’*\n]{1,40})[\"'`”’*]")
TRIMMED = ".,;:=?)]}\"'…”’*"
_ENDS = ".?!"
# Of a whole word, of which they look at no more than the length of a secret.
_MAIL_OR_SITE = re.compile(
    r"\A(?:\S{1,64}@[\w-]+\.[\w.]+|https?:\S+|www\.\S+"
    r"|\S{1,64}\.(?:go|co|com|id|net|org)\b\S*)",
    re.IGNORECASE,
)
CODE = re.compile(r"\d{4,8}|\d{3}[-.]\d{3}|\d{4}[-.]\d{4}|(?:\d[-.]){3,7}\d", re.ASCII)
_SIX = re.compile(r"\d{6}|\d{3}[-.]\d{3}", re.ASCII)
_SPACED = re.compile(
    r"(?:\d{3} \d{3}|\d{4} \d{4}|\d\d(?: \d\d){1,3}|(?:\d ){3,7}\d)(?!\w|[.,]\d)", re.ASCII
)
_PART = re.compile(r"\d{1,4}[.,]?", re.ASCII)
YEAR = re.compile(r"(?:19|20)\d\d")
_MIXED = re.compile(r"\A(?=.{0,64}[^\W\d_])(?=.{0,64}\d).{4,}", re.ASCII)
_SIGNS = re.compile(
    r"\A(?:[^\W_].{0,64}[#$%^&*+=~@!?_<>\\].{0,64}[^\W_]|[#$%^&*~@!_]{1,64}\w{3,})", re.ASCII
)
_TWO_DIGITS = re.compile(r"\A(?=.{0,14}\d.{0,14}\d)[A-Za-z0-9-]{5,14}")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")  # "lupaaa"
_CAPITAL_AND_DIGIT = re.compile(  # "Sanggam1"
    r"\A(?=.{7})(?=.{0,64}[a-z])[A-Z][A-Za-z]*\d", re.ASCII
)
_CAMEL = re.compile(r"[a-z]{2}[A-Z]")
# Letters and digits together that are no secret.
_NAMED = re.compile(
    r"\A(?:\d++(?:[.,]\d*+)?-?(?:x|kali|menit|mnt|detik|jam|hari|hr|bulan|bln|tahun|thn|th|digit|angka|huruf"
    r"|karakter|kata|orang|org|mb|kb|gb|an|wita|wib|wit|persen|rb|ribu|jt|juta|an|st|nd|rd)\w{0,3}"
    r"|(?:v|ver|versi|win|windows|android|ios|iphone|chrome|redmi|note|galaxy|samsung|oppo|vivo"
    r"|skp|tw|triwulan|smt|semester|tahun|thn|bab|pasal|pp|uu|no|nomor|error|eror|kode|http|hp"
    r"|jam|pukul|tgl|tanggal|ek-?|fase|tahap|langkah|point|poin|nip|golongan|gol|eselon|kelas"
    r"|permenpanrb|ekinerja|e-kinerja|covid|l?sapk|mysapk)[-_.:]?\d[\d.,:/-]*[a-z]{0,3}"
    r"|\d{1,2}[./:-]\d{1,2}\S*|[a-z]-?\d{1,3}[a-z]?|(?:i{1,3}|iv)[/.]?[a-e]|mfa\W?otp"
    r"|\w++(?:/\w++)+|(?:ek|err|error)[-_]\S+|0x[0-9a-f]+|u\+\w+|2fa|\d{9,}\w{0,3})",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\A(?P<filler>[^\W\d]{1,24})[:=]+(?=\S)")
_TO_PHONE = ("ke", "nomor", "no", "nomer", "hp", "wa")
_SITES = ("http://", "https://", "www.")
_USUAL = tuple(ORDINARY)
_SENTENCE = re.compile(r"[.!?]\s|\n")
_BIRTHDAY = re.compile(r"\d{6}|\d{8}|\d\d?[-/.]\d\d?[-/.]\d{2,4}", re.ASCII)
_OWN_THING = re.compile(r"\A([^\W\d_]{2,20}?)(nya|ku)")
_INNER_SIGNS = re.compile(r"(?<=\w)[._-](?=\w)")
_PARTED = str.maketrans(":=/", "   ")
_LONGEST_SECRET = 64
_REACH, _FAR = 12, 6  # words looked at behind a name, and of them behind one that is no filler


def is_strong(value: str, kind: Kind) -> bool:
    """As nobody writes a word."""
    if value.isalpha() or value.lower() in ORDINARY:
        return False
    if _MAIL_OR_SITE.fullmatch(value) or _NAMED.fullmatch(value):
        return False
    if kind is not Kind.WORD:
        return _TWO_DIGITS.fullmatch(value) is not None
    if value[-1:].isdigit() and value[:-1].lower() in ORDINARY:  # "masuk2", "operator1"
        return False
    return bool(_MIXED.fullmatch(value) or _SIGNS.fullmatch(value))


class Walk:
    """From the name of a secret on, word by word."""

    def __init__(self, signs: str, name: Name, since: int, end: int) -> None:
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
        if self._kind is not Kind.WORD and not self._far:
            spaced = _SPACED.match(self._signs, start, self._end)
            if spaced:
                return spaced.span()
        ends = None if hidden else self._phrase_end(start)
        return (start, ends) if ends else None

    def _trimmed(self, start: int, word: str) -> tuple[int, str]:
        """Without the signs around it; of signs alone nothing is left out."""
        bare = word.lstrip("([{<>\"'“‘`:=*-")
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
        told = self._signed or self._linked or self.owned
        return bool(words) and (
            self._is_value(value)
            or (told and words.isdisjoint(SAID) and (len(words) > 1 or not words <= OWNERS))
        )

    def _phrase_end(self, start: int) -> int | None:
        if self._kind is not Kind.WORD or self._far or self._name.person:
            return None
        if self._at - start > _LONGEST_SECRET:
            return None
        told = self._told_as()
        if told is None or is_strong(self._signs[start : self._at].strip(TRIMMED), self._kind):
            return None
        return phrase_end(self._signs, start, self._end, told)

    def _told_as(self) -> Told | None:
        if self._signed:
            return Told.SIGN
        if self._linked and self.owned:
            return Told.LINK
        if self._asked_about:
            return None
        if self._last == "" and self._name.owned:
            return Told.SUFFIX
        if self._last in OWNERS or (self._used and self._last == ""):
            return Told.OWNER
        return None

    def _is_value(self, word: str) -> bool:
        if len(word) > _LONGEST_SECRET:  # not to be looked at sign by sign
            return self._far == 0 and not word.startswith(_SITES)
        if self._counts(word) or self._is_called(word):
            return False
        if self._kind is Kind.SIX:
            return bool(_SIX.fullmatch(word)) and (self._far == 0 or self._signed)
        if self._far:
            return self._kind is Kind.WORD and self._is_far_value(word)
        if CODE.fullmatch(word):
            plainly = self._signed or self._linked or self._kind is Kind.NUMBER
            return plainly or not YEAR.fullmatch(word)
        if is_strong(word, self._kind):
            return True
        return self._kind is Kind.WORD and not self._name.person and self._is_plain_value(word)

    def _is_far_value(self, word: str) -> bool:
        """With other words between it and its name."""
        if self._last == "lahir" and _BIRTHDAY.fullmatch(word):
            return True
        low = word.lower()
        if self._last in BECOMES and self._changed and self._is_unlike_usual(low):
            return True
        if len(word) < 4 or not is_strong(word, self._kind):
            return False
        digits = sum(map(str.isdigit, word))
        if self._last in BECOMES or self._linked or not self._said or _SIGNS.fullmatch(word):
            return digits >= 1
        return (digits >= 2 and len(word) >= 6) or _CAPITAL_AND_DIGIT.fullmatch(word) is not None

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
            or _MAIL_OR_SITE.fullmatch(word)
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
        if is_bound(low):
            return False
        if self._changed and self._last in BECOMES:
            return self._is_unlike_usual(low)
        return plainly or self._after_user or self._is_all_there_is(low)

    def _is_all_there_is(self, low: str) -> bool:
        """ "password saya haruan", and nothing more."""
        said = self._last in OWNERS or (self.owned and self._last in {"", *POINTING})
        return said and not self._far and self._is_unlike_usual(low)

    def _is_unlike_usual(self, low: str) -> bool:
        """A word that is like none that is usual there, however it is misspelled."""
        letters = _INNER_SIGNS.sub("", low)
        if not (len(low) > 4 and letters.isalpha() and self._ends_here()) or is_bound(low):
            return False
        near = 1 if len(low) < 7 else 2
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

    def _goes_on(self, word: str) -> bool:
        """Past a word that is no secret."""
        if (own := _OWN_THING.fullmatch(word)) and own[1] in FILLERS:  # "laptopku"
            word = own[2]
        self._last = word
        if word in LINKS:
            self._linked = True
        elif word in OWNERS:
            self.owned = True
        elif word not in FILLERS and not (len(word) > 8 and word.isdigit()):
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
    words = [part for word in words for part in word.translate(_PARTED).split()]
    if not words:
        return False
    if words[-1].isdecimal() and 9 <= len(words[-1]) <= 18:
        return True
    named = words[-3:-1]
    told = words[-1] not in ORDINARY or "@" in words[-1]
    return told and any(word in USERS for word in named)
