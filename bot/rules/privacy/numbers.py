"""Numbers that belong to a person, however they are spelled: NIP, NIK, telephone, e-mail, account.

The one rule for all that keeps words, and for the log. It is linear, whatever is written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from bot.rules.privacy.ordinary import CERTAIN, EVEN, LIKELY, LIST, SCORE
from bot.rules.privacy.plain import plain

MAIL, NIP, NIK, PHONE, OTHER = "[email]", "[NIP]", "[NIK]", "[telepon]", "[nomor]"
ALL = frozenset({MAIL, NIP, NIK, PHONE, OTHER})

_SUSPECT = re.compile(r"[@\d]")
_MAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    r"| ?@ ?(?:gmail|ymail|yahoo|outlook|hotmail|icloud) ?\. ?co(?:m|\.id)(?!\w))"
)
# O for 0, l, L and I for 1, where digits are all around.
_LOOKALIKE = re.compile(
    r"(?<![^\W_])[OoIlL]{1,3}(?=\d)|(?<=\d)[OoIilL]{1,6}(?![^\W\d_])"
    r"|(?<=\d[ ./-])[OoIlL](?=[ ./-][\dOo])"
)
_DIGIT_OF = str.maketrans("OoIilL", "001111")
_RUN = re.compile(r"[0-9]+(?:[^0-9A-Za-z%@]{1,12}[0-9]+)*")
_GROUP = re.compile(r"[0-9]+")
_LEAST, _LEAST_UNCALLED = 7, 9  # digits of anybody's number
_TABLE = 200  # groups of digits in one message: there only what is written as it should be
_JOINT = r"[\s./-]{1,3}"
_PLAINLY = re.compile(
    rf"(?<!\d)(?:(?P<NIP>\d{{8}}{_JOINT}\d{{6}}{_JOINT}\d{_JOINT}\d{{3}}|\d{{18}})"
    rf"|(?P<NIK>\d{{4}}(?:{_JOINT}\d{{4}}){{3}}|\d{{16}})"
    rf"|(?P<telepon>0?8\d\d(?:{_JOINT}\d{{3,5}}){{2}})|(?P<nomor>\d{{10,}}))(?!\d)",
    re.ASCII,
)
_LEAST_AS_DIGITS = 5  # of them; letters may stand for the others

_NIP = re.compile(
    r"(?=(?P<born>19[3-9]\d|200\d|201[0-2])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?P<since>19[5-9]\d|20[0-4]\d)(?:0[1-9]|1[0-2]|21)[12]\d{3})"  # 21: by contract
)
_NIP_GROUPS = (8, 6, 1, 3)
_YOUNGEST = 15  # whoever is appointed; else the two years may be those of two dates
_NIK = re.compile(
    r"(?=(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?!00)\d\d(?!00)\d\d"
    r"(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6})"
)
_NIK_GROUPS = ((4, 4, 4, 4), (6, 6, 4))
_MOBILE = r"8(?:1[1-9]|2[1-9]|3[1-9]|5[1-9]|6[18]|7[6-9]|8[1-9]|9[5-9])"
_PHONE = re.compile(
    rf"(?=(?P<lead>(?:00)?620?|0){_MOBILE}|(?P<bare>{_MOBILE})|(?P<land>0[2-9]\d)"
    r"|(?P<abroad>620?)[2-9])"
)
# 20261127103000: a moment, as systems write it, and what they count behind it.
_STAMP = re.compile(
    r"20[1-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,3})?"
)
_LEAST_OF_STAMP = 12
_NATIONAL = range(12, 8, -1)  # digits behind the 0 or the 62
_WITH_AREA = range(12, 7, -1)

_LABEL = re.compile(
    r"(?<![^\W\d_])(?:"
    r"(?P<nip>nip|ni ?pppk|nomor induk pegawai)|(?P<nik>nik|ktp)"
    r"|(?P<phone>hp|wa|whatsapp|telp?|tlpn?|tel[ef]?pon|telfon|ponsel|handphone|nope)"
    r"|(?P<other>(?:no|(?<!kode ))rek(?:ening)?|npwp)"
    r")(?:nya|ku|mu)?(?![^\W\d_])",
    re.IGNORECASE,
)
_NEAR = 40  # characters, and so many words, between a number and what it is called
_WORDS_BETWEEN = 3


class NumberSpan(NamedTuple):
    start: int
    end: int
    name: str


def mask(text: str, names: Collection[str] = ALL) -> str:
    """The same text with [NIP], [NIK], [telepon], [email] and [nomor] in their place."""
    if text.isascii() and not _SUSPECT.search(text):
        return text
    seen = plain(text)
    pieces, done = [], 0
    for found in _found(seen.signs):
        if found.name in names:
            start, end = seen.span(found.start, found.end)
            pieces += [text[done:start], found.name]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def is_masked(text: str) -> bool:
    return any(name in text for name in ALL)


def _found(signs: str) -> list[NumberSpan]:
    found = (
        [NumberSpan(*each.span(), MAIL) for each in _MAIL.finditer(signs)] if "@" in signs else []
    )
    groups = _GROUP.findall(signs)
    if sum(map(len, groups)) < _LEAST_AS_DIGITS:
        return found
    for mail in found:  # digits in it are no number of their own
        signs = signs[: mail.start] + "@" * (mail.end - mail.start) + signs[mail.end :]
    if len(groups) > _TABLE:
        plainly = [
            NumberSpan(*each.span(), f"[{each.lastgroup}]") for each in _PLAINLY.finditer(signs)
        ]
        return sorted(found + plainly)
    labels: list[re.Match[str]] | None = None
    for run in _RUN.finditer(_with_digits(signs)):
        if run.end() - run.start() < _LEAST:
            continue
        if labels is None:
            labels = list(_LABEL.finditer(signs))
        while len(labels) > 1 and labels[1].end() <= run.start():
            del labels[0]
        called = _called(signs, labels, run.start())
        found += _Run(signs, run.start(), run[0], called).numbers()
    return sorted(found)


def _with_digits(signs: str) -> str:
    return _LOOKALIKE.sub(lambda found: found[0].translate(_DIGIT_OF), signs)


def _called(signs: str, labels: Sequence[re.Match[str]], start: int) -> str | None:
    """What the number that starts there is said to be."""
    if not labels or not 0 <= start - labels[0].end() <= _NEAR:
        return None
    between = signs[labels[0].end() : start]
    if len(between.split()) > _WORDS_BETWEEN or _GROUP.search(between):
        return None
    return labels[0].lastgroup


class _Run:
    """Groups of digits with nothing but signs between them, and the numbers among them."""

    def __init__(self, signs: str, start: int, run: str, called: str | None) -> None:
        self._signs, self._start, self._run, self._called = signs, start, run, called
        self._groups = [each.span() for each in _GROUP.finditer(run)]
        self._sizes = [end - begin for begin, end in self._groups]
        self._sums = [0, *accumulate(self._sizes)]
        self._taken: list[tuple[int, int, str]] = []  # first group, the one behind the last, name

    def numbers(self) -> Iterator[NumberSpan]:
        if self._sums[-1] < (_LEAST if self._called else _LEAST_UNCALLED):
            return
        self._digits = "".join(self._run[begin:end] for begin, end in self._groups)
        self._place = {at: group for group, at in enumerate(self._sums)}
        self._shape = bytes(min(size, 255) for size in self._sizes)
        self._free = [not self._is_stamp(group) for group in range(len(self._groups))]
        self._nips()
        self._niks()
        self._of_groups((16,), NIK)
        self._phones()
        for sizes in _NIK_GROUPS:
            self._of_groups(sizes, NIK)
        self._as_called()
        self._long_ones()
        for first, last, name in self._taken:
            start, end = self._groups[first][0], self._groups[last - 1][1]
            begin = self._start + start
            while name == PHONE and begin and self._signs[begin - 1] in "(+":
                begin -= 1
            yield NumberSpan(begin, self._start + end, name)

    @cached_property
    def _certain(self) -> list[int]:
        return self._covered(CERTAIN)

    @cached_property
    def _likely(self) -> list[int]:
        return self._covered(LIKELY)

    @cached_property
    def _scores(self) -> list[int]:
        return self._covered(SCORE)

    @cached_property
    def _lists(self) -> list[int]:
        return self._covered(LIST)

    def _covered(self, pattern: re.Pattern[str]) -> list[int]:
        """How many of the digits before each group are of that sort."""
        covered = [0] * len(self._groups)
        group = 0
        for each in pattern.finditer(self._run):
            while self._groups[group][0] < each.start():
                group += 1
            while group < len(self._groups) and self._groups[group][1] <= each.end():
                covered[group] = self._sizes[group]
                group += 1
            if group == len(self._groups):
                break
        return [0, *accumulate(covered)]

    def _hides_date(self, first: int, last: int) -> bool:
        return self._certain[last] > self._certain[first]

    def _is_ordinary(self, first: int, last: int) -> bool:
        if self._hides_date(first, last):
            return True
        digits = self._sums[last] - self._sums[first]
        if self._likely[last] - self._likely[first] >= 0.75 * digits:
            return True
        if digits == self._scores[last] - self._scores[first]:
            return True
        # Single digits with commas between them may be anything.
        return digits == self._lists[last] - self._lists[first] and digits > last - first

    def _window(self, at: int, length: int) -> tuple[int, int] | None:
        """The whole groups that these digits are, if nothing else was found there."""
        first, last = self._place.get(at), self._place.get(at + length)
        if first is None or last is None or not all(self._free[first:last]):
            return None
        return first, last

    def _take(self, first: int, last: int, name: str) -> None:
        self._free[first:last] = [False] * (last - first)
        self._taken.append((first, last, name))

    def _beginning(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a group begins that may begin such a number."""
        found = (pattern.match(self._digits, at) for at in self._sums)
        return (each for each in found if each is not None)

    def _nips(self) -> None:
        for each in self._beginning(_NIP):
            window = self._window(each.start(), 18)
            if window and (
                self._called == "nip"
                or int(each["since"]) - int(each["born"]) >= _YOUNGEST
                or not self._is_ordinary(*window)
            ):
                self._take(*window, NIP)
        self._of_groups(_NIP_GROUPS, NIP)
        self._of_groups((18,), NIP)
        if len(self._groups) in {2, 3} and self._sums[-1] == 18 and not self._is_even():
            self._of_groups(tuple(self._sizes), NIP)

    def _niks(self) -> None:
        for each in self._beginning(_NIK):
            window = self._window(each.start(), 16)
            if window and (self._called == "nik" or not self._is_ordinary(*window)):
                self._take(*window, NIK)

    def _of_groups(self, sizes: tuple[int, ...], name: str) -> None:
        """Digits in groups as only such a number is written, though its digits be impossible."""
        first = -1
        while (first := self._shape.find(bytes(sizes), first + 1)) >= 0:
            last = first + len(sizes)
            if (
                all(self._free[first:last])
                and self._run[self._groups[first][0]] != "0"
                and not self._is_ordinary(first, last)
                and (len(sizes) == 1 or not self._is_even(first, last))
            ):
                self._take(first, last, name)

    def _is_even(self, first: int = 0, last: int | None = None) -> bool:
        """Money without dots."""
        return all(EVEN.fullmatch(self._run[slice(*each)]) for each in self._groups[first:last])

    def _as_called(self) -> None:
        if not self._free[0]:
            return
        match self._called:
            case "nip":
                self._take_called(NIP, (18, *range(21, 14, -1), 9))
            case "nik":
                self._take_called(NIK, (16, 17, 15, 18, 14))
            case "phone":
                if self._digits[0] in "0268":
                    self._take_called(PHONE, range(14, 6, -1))
            case "other":
                self._take_called(OTHER, (self._sums[-1], *range(20, 7, -1)))

    def _take_called(self, name: str, lengths: Sequence[int]) -> None:
        for length in lengths:
            window = self._window(0, length) if length >= _LEAST else None
            sure = length > _LEAST_UNCALLED
            if window and not (self._hides_date if sure else self._is_ordinary)(*window):
                self._take(*window, name)
                return

    def _phones(self) -> None:
        for each in self._beginning(_PHONE):
            first = self._place[each.start()]
            if not self._free[first] or self._goes_on(first):
                continue
            if each["bare"]:
                if self._sizes[first] >= 3:
                    self._phone(first, 0, _NATIONAL, least=3)
            elif each["land"]:
                if self._sizes[first] >= 3:
                    self._phone(first, 1, _WITH_AREA, least=2)
            elif each["lead"]:
                self._phone(first, len(each["lead"]), _NATIONAL, least=1)
            elif self._behind_plus(first):
                self._phone(first, len(each["abroad"]), _WITH_AREA, least=1)

    def _phone(self, first: int, lead: int, national: Sequence[int], *, least: int) -> None:
        """The longest; `least`: digits in each group, the more the less its beginning says."""
        for length in national:
            window = self._window(self._sums[first], lead + length)
            if window is None or self._hides_date(*window):
                continue
            told = self._reads_as_phone(*window, least) or self._called == "phone"
            if told or self._behind_plus(first):
                self._take(*window, PHONE)
                return

    def _reads_as_phone(self, first: int, last: int, least: int) -> bool:
        sizes = self._sizes[first:last]
        if self._is_ordinary(first, last) or min(sizes) < least:
            return False
        if least == 1:
            return True
        if self._is_even(first, last):
            return False
        if least == 2:  # an area's code, and then its number in few groups
            return len(sizes) == 1 or (3 <= sizes[0] <= 4 and len(sizes) <= 4)
        between = self._run[self._groups[first][1] : self._groups[last - 1][0]]
        dashed = "-" in between and " " not in between
        return 2 <= len(sizes) <= 4 and (max(sizes) > 3 or dashed)

    def _goes_on(self, first: int) -> bool:
        """What stands before it belongs to the same amount, as in 5.081.234.567."""
        begin = self._groups[first][0]
        if first == 0 or self._run[begin - 1] not in ".,":
            return False
        before, here, behind = self._likely[first - 1 : first + 2]
        return before < here < behind

    def _behind_plus(self, first: int) -> bool:
        at = self._start + self._groups[first][0]
        return self._signs[max(0, at - 2) : at].rstrip(" (").endswith("+")

    def _long_ones(self) -> None:
        for group, size in enumerate(self._sizes):
            if size >= 10 and self._free[group] and not self._is_fraction(group):
                self._take(group, group + 1, OTHER)

    def _is_stamp(self, group: int) -> bool:
        """Unless it is called a number of somebody's."""
        if self._called is not None or self._sizes[group] < _LEAST_OF_STAMP:
            return False
        return _STAMP.fullmatch(self._run, *self._groups[group]) is not None

    def _is_fraction(self, group: int) -> bool:
        if self._certain[group + 1] > self._certain[group]:  # degrees
            return True
        pointed = group == 1 and self._run[self._groups[group][0] - 1] in ".,"
        return pointed and self._sizes[0] <= 3 and self._called is None
