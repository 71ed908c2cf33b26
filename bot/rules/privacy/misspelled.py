"""The names of secrets as hasty fingers type them: "passowrd", "kta sandi", "kode verivikasi".

A word that is as near to such a name as a typing error is read as that name, unless it is a word
of its own. Short names have too many ordinary neighbours: of them only letters that stand twice or
in another order; whatever else is near to "sandi" is read as "sendi", which is rather a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.rules.privacy.plain import PlainText
from bot.rules.privacy.secret_words import ORDINARY, words

_LONG = (
    *("password", "katasandi", "passphrase", "passcode", "authenticator", "autentikator"),
    *("passkey", "paspres", "pasfrase"),
)
_OF_CODE = (
    *("verifikasi", "aktivasi", "keamanan", "otentikasi", "autentikasi", "konfirmasi", "rahasia"),
    *("pemulihan", "akses", "login", "verif", "otp", "pin"),
)
_SHORT = ("sandi", "token", "kode", "kata", "otp", "pin")
_TURNED = {
    name[:at] + name[at + 1] + name[at] + name[at + 2 :]: name
    for name in _SHORT
    for at in range(len(name) - 1)
}
_NAMES = frozenset((*_LONG, *_OF_CODE, *_SHORT))
_READ_AS = {"katasandi": "kata sandi", "paspres": "passphrase", "pasfrase": "passphrase"}
_KNOWN = (_NAMES | ORDINARY) - _READ_AS.keys()
_CODE, _WORD_OF = frozenset(("kode", "code", "kodenya")), frozenset(("kata", "kt"))
_BEFORE = _CODE | _WORD_OF
_LOOKALIKES = words(
    """
    passport paspor pasport passwords passing passive passage parafrase papers
    sertifikasi klarifikasi spesifikasi gratifikasi klasifikasi notifikasi identifikasi verifikator
    aktivitas motivasi kesamaan keadaan keimanan informasi formasi konformasi rasia aksi aksen aset
    logis logika top pot ipn pni toke
    """
)
# Neighbours of "sandi": people, and words of their own.
_NO_SANDI = words(
    """
    andi mandi candi santi santi sandy sandra sanda sando sendi sindi sundi sani sari sadi sardi
    randi dandi fandi yandi handi pandi gandi nandi randi wandi sandal sanksi sandit sangi saldi
    sand band sanding sanding standi standing standar
    """
)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,24}(?![^\W_])")
_SUFFIX = re.compile(r"\A([^\W\d_]{3,24}?)(nya+|ny|nye|ku|mu|q|e)")
_SPELLED_OUT = re.compile(
    r"(?<![^\W_])[^\W\d_](?P<by>[ .-])[^\W\d_](?:(?P=by)[^\W\d_]){1,11}(?![^\W_])"
)
_SOUNDED = re.compile(
    r"(?=[op])(?<![^\W_])(?:(?P<otp>o[ -]?te[ -]?pe)|(?P<pw>pe[ -]we)|(?P<pin>pe[ -]?i[ -]?en))"
    r"(?=[ -]?nya|ku|[\W_]|\Z)"
)
_MOST_WORDS = 200  # that are no usual ones, in one message
_AGAIN = re.compile(r"(.)\1+")
_GAP = re.compile(r"[ \t:.-]{1,3}")


def respelled(seen: PlainText) -> PlainText:
    """The same signs with the names of secrets as they should be spelled."""
    pieces: list[str] = []
    at: list[int] = []
    done = 0
    for start, end, name in _misspelled(seen.signs):
        pieces += [seen.signs[done:start], name]
        at += [*seen.at[done:start], *_spread(seen.at[start:end], len(name))]
        done = end
    if not pieces:
        return seen
    return PlainText("".join([*pieces, seen.signs[done:]]), [*at, *seen.at[done:]])


def _spread(at: Sequence[int], size: int) -> list[int]:
    """So many places, of which the first and the last stay the first and the last."""
    return [at[min(place, len(at) - 1)] for place in range(size - 1)] + [at[-1]]


def _misspelled(signs: str) -> Iterator[tuple[int, int, str]]:
    """In their order; what is spelled out letter by letter has no words of three letters in it."""
    signs = signs.lower()
    found = [
        (*each.span(), name)
        for each in _SPELLED_OUT.finditer(signs)
        if (name := _spelled_out(each[0][::2]))
    ]
    found += [(*each.span(), each.lastgroup or "") for each in _SOUNDED.finditer(signs)]
    before, end = "", 0
    met: dict[str, str] = {}
    for word in _WORD.finditer(signs):
        low = word[0]
        name = met.get(low, low)
        if low not in _KNOWN:
            behind = before in _BEFORE and _GAP.fullmatch(signs, end, word.start())
            if behind:
                name = _name(low, before)
            elif low not in met and len(met) < _MOST_WORDS:
                name = met[low] = _name(low, "")
            if name != low:
                found.append((*word.span(), name))
        before, end = name, word.end()
    return iter(sorted(found))


def _spelled_out(letters: str) -> str | None:
    return letters if letters in _NAMES or letters == "pass" else _long(letters)


def _name(word: str, behind: str) -> str:
    """The word itself, where it is no name that is misspelled."""
    if parts := _SUFFIX.fullmatch(word):
        stem, suffix = parts.groups()
        name = stem if stem in _NAMES else _of(stem, behind)
        if name is not None:
            own = "ku" if suffix in {"ku", "q"} else "mu" if suffix == "mu" else "nya"
            return _READ_AS.get(name, name) + own
    name = _of(word, behind)
    return word if name is None else _READ_AS.get(name, name)


def _of(word: str, behind: str) -> str | None:
    if behind in _CODE and (name := _of_code(word)):
        return name
    if word in _LOOKALIKES or word in ORDINARY:
        return None
    return _long(word) or _short(word, behind)


def _long(word: str) -> str | None:
    if len(word) < 6:
        return None
    near = 2 if len(word) > 6 or word[0] == "p" else 1
    found = extractOne(word, _LONG, scorer=OSA.distance, score_cutoff=near)
    return None if found is None or (found[1] > 1 and len(found[0]) < 8) else found[0]


def _of_code(word: str) -> str | None:
    if word in _LOOKALIKES - _TURNED.keys():
        return None
    found = extractOne(word, _OF_CODE, scorer=OSA.distance, score_cutoff=2)
    if found is None:
        return None
    name, far, _ = found
    if len(name) < 4:
        return name if far == 1 and sorted(_once(word)) == sorted(name) else None
    return name if far <= (2 if len(name) > 6 else 1) else None


def _short(word: str, behind: str) -> str | None:
    if len(word) > 9:
        return None
    once = _once(word)
    if once in _SHORT:
        return once
    if word in _TURNED:
        return _TURNED[word]
    if 3 < len(once) < 7 and OSA.distance(once, "sandi", score_cutoff=1) == 1:
        if behind in _WORD_OF:
            return "sandi"
        return None if word in _NO_SANDI else "sendi"
    return None


def _once(word: str) -> str:
    return _AGAIN.sub(r"\1", word)
