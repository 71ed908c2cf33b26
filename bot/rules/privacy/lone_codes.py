"""Codes that stand anywhere in a sentence about a code: "otp sudah masuk 482913 tapi salah"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.rules.privacy.secret_names import SecretKind
from bot.rules.privacy.secret_words import NOT_SECRET, PHONE, UNITS
from bot.rules.privacy.strength import TRIMMED, stands_out

_LONE = re.compile(
    r"(?=[G\d])(?<![\w.,/#@+*-])(?P<value>(?:G-)?\d{4,8}"
    r"|(?<!\d[ -])(?:\d{3}[ -]\d{3}|(?:\d[ -]{1,3}){5}\d)(?![ -]\d))"
    r"(?![\w/@-]|[.,:]\d)(?:\W{1,3}(?P<behind>[^\W\d]+))?",
    re.ASCII,
)
_OF_CODE = (
    r"o\.?t\.?p|m?pin|(?:nomor|nomer|angka)\W{1,3}verif\w*"
    r"|(?:kode|code)\W{1,3}(?:otp|pin|backup|unlock|undangan|verif\w*|keamanan|aktivasi|akses|login|rahasia"
    r"|[ao]u?tentikasi|konfirmasi|mfa|2fa|pemulihan|sms"
    r"|(?:(?:yang|yg|nang|dari|dr)\W{1,3})?(?:masuk|dikirim|terkirim|diterima|sms|wa|email)"
    r"|(?:sms|wa|isinya)\W{1,3}kode)"
)
_NUMBER_NAME = re.compile(rf"(?<!pak )(?<!bu )(?<!\w)(?:{_OF_CODE})(?:\W?(?:nya|ku))?(?!\w)")
_SIX_NAME = re.compile(
    r"(?<!\w)kode(?:nya|ku|\W{1,3}(?:(?:yang|yg|nang|dari|dr|di|ke|saya|sy|ulun|reset|auth\w*"
    r"|(?:6|enam|anam)\W?(?:digit|angka)(?:nya)?)(?!\w)|(?=\d{3}[ -]?\d{3}(?!\d))))"
    r"|(?<!\w)(?:authenticator|autentikator|mfa)(?:nya)?(?!\w)"
)
_NAME_BEHIND = re.compile(
    rf"\s{{0,2}}\((?:{_OF_CODE})\)"
    r"|(?:\s{1,3}|\s{0,2}[=<-]{1,3}\s{1,2})"
    r"(?:(?:bu|pak|min|kak|itu|ini|(?:dari|dr)(?:\s{1,3}sms)?)\s{1,3})?"
    rf"(?:{_OF_CODE})(?:\W?(?:nya|ku))?(?!\w)"
    r"|\s{1,3}(?:(?:itu|ini)\s{1,3}kode\s{1,3}(?:saya|sy|ulun|aku)|kode\s{1,3}google)(?!\w)"
    r"|\W{1,3}(?:dari|dr|di|pada)\W{1,3}(?:google\W|aplikasi\W)?"
    r"(?:authenticator|autentikator|mfa)(?!\w)"
)
# What comes by SMS and is six digits, however little is said of it: "sms dari bkn: 482913".
_BY_PHONE = r"(?:sms|wa|whatsapp|hp|handphone)(?:nya|ku)?"
_CAME = (
    r"(?:masuk|muncul|datang|tiba|isinya|tarima|terima|diterima|dapat|dpt|dikirim|terkirim"
    r"|dikirimi)"
)
_ARRIVED = re.compile(
    rf"(?<!\w)(?:{_BY_PHONE}(?:\W{{1,3}}(?!no|ke\W)[^\W\d]{{1,12}}){{0,3}}\W{{1,3}}{_CAME}"
    rf"|{_CAME}(?:\W{{1,3}}(?!no|ke\W)[^\W\d]{{1,12}}){{0,3}}\W{{1,3}}{_BY_PHONE}"
    r"|angka(?:nya)?(?:\W{1,3}(?:yang|yg|nang|masuk|datang|muncul|ada|di|ke|dari|dr|lewat)){1,4}"
    rf"\W{{1,3}}{_BY_PHONE}"
    r"|(?:sms|wa)\W{1,3}(?:dr|dari|matan)\W{1,3}(?:bkn|myasn|asn|sistem|e-?kinerja)"
    r"(?:\W{1,3}isinya)?)"
    r"(?:\W{1,3}(?:angka|angkanya|ini|itu|tadi|nih|ni|ulun|saya|sy)){0,3}\W{0,4}$"
)
_ON_SCREEN = re.compile(
    rf"\W{{1,3}}(?:(?:yang|yg|nang|tadi)\W{{1,3}})?(?:(?:di|dari|dr|lewat)\W{{1,3}})?(?:layar\W{{1,3}})?{_BY_PHONE}(?!\w)"
)
_NUMBERED = re.compile(r"(?<!\w)(?:muncul|masuk|dapat|dpt|ada)\W{1,3}angka\W{1,3}$")
_YOUR_CODE = re.compile(
    r"\s{1,3}(?:is|adalah|merupakan)\s{1,3}(?:\w{1,16}\s{1,3}){0,4}(?:code|kode|otp|pin|passcode)(?!\w)"
)
_PAIR = re.compile(
    r"(?=\d)(?<!\d)\d{18}(?: ?[/|:#] ?|\s{1,2})"
    r"(?P<value>(?=\S{0,30}[A-Za-z]{2})(?=\S{0,30}\d)[^\s/|]{5,40})",
    re.ASCII,
)
_TOKEN = re.compile(  # JSON Web Tokens, and what is borne
    r"(?=[eBb])(?<![\w-])(?:eyJ[\w-]{8,2048}\.[\w-]{4,2048}(?:\.[\w-]{1,1024})?"
    r"|(?i:bearer)\s{1,3}(?P<borne>[\w.~+/-]{16,2048}=?))",
    re.ASCII,
)
_ANY_CODE = re.compile(r"o\.?t\.?p|pin|code|kode|mfa|aut")
_ANY_PHONE = re.compile(r"sms|wa|hp|handphone")
_DIGIT = re.compile(r"[0-9]")
_ENDS = re.compile(r"[!?\n]|\.\s")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,24})\W{0,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALLED = (NOT_SECRET - {"kode"}) | {"pos", "rp", "pulsa", "saldo", "biaya", "harga"}
_TO_PHONE = {"ke", "hp", "wa"}
_AROUND = 80  # characters before it
_OF_PHONE = 6  # digits
_MOST_CODES = 48  # in one message; where there are more it is a table


def lone_codes(signs: str, until: int) -> Iterator[tuple[int, int]]:
    if not _DIGIT.search(signs):
        return
    low = signs.lower()
    named, by_phone = _ANY_CODE.search(low), _ANY_PHONE.search(low)
    if named or by_phone:
        phones = [each.span() for each in PHONE.finditer(signs)]
        looked_at = (
            code
            for code in _LONE.finditer(signs, 0, until)
            if named or len(_DIGIT.findall(code["value"])) == _OF_PHONE
        )
        for code in islice(looked_at, _MOST_CODES):
            at = code.start()
            if _is_told(low, code) and not any(start <= at < end for start, end in phones):
                yield code.span("value")
    for pair in _PAIR.finditer(signs):
        if stands_out(pair["value"].rstrip(TRIMMED), {SecretKind.WORD}):
            yield pair.span("value")
    for token in _TOKEN.finditer(signs):
        yield token.span("borne" if token["borne"] else 0)


def _is_told(low: str, code: re.Match[str]) -> bool:
    """In small letters, as the patterns of names are."""
    value = code["value"]
    if _YEAR.fullmatch(value) or (code["behind"] or "").lower() in UNITS:
        return False
    before = _ENDS.split(low[max(0, code.start() - _AROUND) : code.start()])[-1]
    word = _LAST_WORD.search(before[-24:])
    last = word[1] if word else ""
    if last in _CALLED or (last in _TO_PHONE and value.startswith(("08", "62"))):
        return False
    if _NUMBER_NAME.search(before) or _NAME_BEHIND.match(low, code.end("value")):
        return True
    if _YOUR_CODE.match(low, code.end("value")):
        return True
    six = len(_DIGIT.findall(value)) == 6
    is_sum = value.endswith("000")
    if six and not is_sum and (_ARRIVED.search(before) or _came_to_phone(low, code, before)):
        return True
    around = before + value
    if not value.isdigit():
        around += _ENDS.split(low[code.end("value") : code.end() + _AROUND])[0]
    return six and _SIX_NAME.search(around) is not None


def _came_to_phone(low: str, code: re.Match[str], before: str) -> bool:
    return bool(_NUMBERED.search(before) and _ON_SCREEN.match(low, code.end("value")))
