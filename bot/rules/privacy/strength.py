"""What a secret looks like: as nobody writes a word, a date, a number of a paper or an error."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.rules.privacy.secret_names import SecretKind, SecretName
from bot.rules.privacy.secret_words import NOT_SECRET, ORDINARY, USERS, words

TRIMMED = ".,;:=?)]}>\"'…”’*"
LEADING = "([{<>\"'“‘`:=*-"
CODE = re.compile(r"\d{4,8}|\d{3}[-.]\d{3}|\d{4}(?:[-.]\d{4}){1,3}|(?:\d[-.]){3,7}\d", re.ASCII)
YEAR = re.compile(r"(?:19|20)\d\d")
# Of a whole word, of which they look at no more than the length of a secret.
MAIL_OR_SITE = re.compile(
    r"\A(?:\S{1,64}@[\w-]+[.,][\w.]+|https?:\S+|www\.\S+"
    r"|\S{1,64}\.(?:go|co|com|id|net|org)\b\S*)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"\A(?=.{0,64}[^\W\d_])(?=.{0,64}\d).{4,}", re.ASCII)
SIGNS = re.compile(
    r"\A(?:[^\W_].{0,64}[#$%^&*+=~@!?_<>\\].{0,64}[^\W_]|[#$%^&*~@!_]{1,64}\w{3,}[!#$%]{0,8})",
    re.ASCII,
)
_TWO_DIGITS = re.compile(r"\A(?=.{0,24}\d.{0,24}\d)[A-Za-z0-9-]{5,24}")
# Letters and digits together that are no secret.
_NAMED = re.compile(
    r"\A(?:\d++(?:[.,]\d*+)?-?(?:x|kali|menit|mnt|detik|jam|hari|hr|bulan|bln|tahun|thn|th|digit|angka|huruf"
    r"|karakter|kata|orang|org|mb|kb|gb|an|wita|wib|wit|persen|rb|ribu|jt|juta|an|st|nd|rd)\w{0,3}"
    r"|(?:v|ver|versi|win|windows|android|ios|iphone|chrome|redmi|note|galaxy|samsung|oppo|vivo"
    r"|skp|tw|triwulan|smt|semester|tahun|thn|bab|pasal|pp|uu|no|nomor|error|eror|kode|http|hp"
    r"|jam|pukul|tgl|tanggal|user|ek-?|fase|tahap|langkah|point|poin|nip|golongan|gol|eselon|kelas"
    r"|permenpanrb|ekinerja|e-kinerja|covid|l?sapk|mysapk)[-_.:]?\d[\d.,:/-]*[a-z]{0,3}"
    r"|(?:samsung|oppo|vivo|redmi|realme|infinix|poco|iphone)[a-z]{0,2}\d{1,3}\w{0,6}"
    r"|(?:19|20)\d\d-\d\d-\d\dt[\d:.]{4,16}z?"
    r"|\d{1,2}[./:-]\d{1,2}\S*|[a-z]-?\d{1,3}[a-z]?|(?:i{1,3}|iv)[/.]?[a-e]|mfa\W?otp"
    r"|\w++(?:/\w++)+|(?:ek|err|error)[-_]\S+|0x[0-9a-f]+|[^<]*</\w+|u\+\w+|2fa|sp4n(?:-?lapor)?!?|\d{9,}\w{0,3})",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"\A\d{1,2}|\d\Z")


def is_strong(value: str, kind: SecretKind) -> bool:
    """As nobody writes a word."""
    if value.isalpha() or value.lower() in ORDINARY:
        return False
    if MAIL_OR_SITE.fullmatch(value) or _NAMED.fullmatch(value):
        return False
    if kind is not SecretKind.WORD:
        return _TWO_DIGITS.fullmatch(value) is not None
    if _COUNTED.sub("", value).lower() in ORDINARY:  # "operator1", "8karakter"
        return False
    if _MIXED.fullmatch(value):
        return True
    parts = _LETTERS.findall(value.lower())  # "salah?mohon"
    return SIGNS.fullmatch(value) is not None and not all(part in ORDINARY for part in parts)


# Where nothing but its looks tells: no sign that hasty fingers put between two words.
_CANDIDATE = re.compile(r"(?<!\S)(?=\S{0,40}[\d#$%^&~@!*_])(?=\S{0,66}[^\W\d])\S{4,66}(?!\S)")
_LABEL = re.compile(r"\A\W{0,3}[^\W\d_]{1,24}[:=]{1,3}")
_MASKED = re.compile(r"\*{2}|•|\.{3}")
_STRANGE = re.compile(
    r"[^\W_][#$%^&~@!*]{1,4}[^\W_]|\A[#$%^&~!]{1,4}\w{3,}|\w[#$%^&~]{1,4}\Z"
    r"|\A[A-Z]{1,20}[a-z]{1,20}_\w{3,}|[a-z]{3,20}_[A-Z]",
    re.ASCII,
)
_CODED = re.compile(r"\A(?=\D{0,20}\d)(?=[^A-Z]{0,20}[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*", re.ASCII)
_RANDOM = re.compile(
    r"\A(?=\D{0,30}\d)(?=[^A-Z]{0,30}[A-Z])(?=[^a-z]{0,30}[a-z])[\w.-]{10,}"
    r"|\A(?=(?:\D{0,20}\d){4})(?=(?:\d{0,20}[a-z]){4})[0-9a-z]{1,20}\d[a-f]{1,8}\d[0-9a-z]{0,64}",
    re.ASCII,
)
_GROUPS = re.compile(  # "JBSW Y3DP EHPK 3PXP"
    r"(?<!\w)[a-z2-7]{4}(?:[ -][a-z2-7]{4}){2,15}(?!\w)", re.ASCII
)
_ALSO_NAMED = re.compile(
    r"\A(?:(?-i:[a-z])[^\W\d_]+2(?:[^\W\d_]{1,4})?"  # "cepat2nya"
    r"|(?:sdn?|smpn?|sman?|smkn?|mtsn?|min|man|tk|rt|rw|km|blok|jl|jalan|rp|hari|kelas|lantai"
    r"|office|word|excel|ms|php|sql|java|mp|md|sha|utf|rdm|p3k"
    r"|aadsts|ora|kb|kuota|lat|ip|ruang|tipe|type|seri|img|vid|ss|screenshot|file|lap|laporan|dok)"
    r"[-_.:]?\d[\w.,:-]*"
    r"|(?:sdn?|smpn?|sman?|smkn?|mtsn?|tk)[_.-]\w{2,40}"
    r"|(?:cpns|pppk|asn|pns|bup|bkn|bkpsdm|myasn)[-_.]?(?:20\d\d|\d\d?)"
    r"|\d{1,4}(?:g|ghz|mbps|kbps|px|in\d|d|pc|bit|tb|kg|m|cm|km|rit|ke)"
    r"|\S{0,60}\.(?:pdf|xlsx?|docx?|pptx?|jpe?g|png|zip|rar|apk|txt|csv|mp4|html?|php|aspx?)"
    r"|[a-z]{2,12}:[a-z]{2,12}|#[a-z_]+|@\w+|ke-?\d+|\w{2,20}-[245]g|\d+\.\d[\w.]*|(?:password|pass|sandi|pin|otp)\d|(?:ne?t::|err|sql)\S+|\S{0,60}[/?=|]\S{0,60}"
    r"|\W*\d[\d\W]*)",
    re.IGNORECASE,
)
_OF_USER = re.compile(r"\A[a-z][a-z._]{1,40}\d{1,4}")
_CALLED = (
    NOT_SECRET
    | {"id", "user", "username", "usernya", "usernamenya"}
    | words(
        """
        captcha kapca tiket tiketnya nomornya code http galat pesan pesannya tulisan tulisannya
        printer laptop notebook komputer hp merk merek asus acer lenovo epson canon brother infinix
        poco nokia itel tecno vivo oppo realme redmi samsung xiaomi advan honor ruang ruangan kelas
        plat file berkas dokumen folder foto gambar instagram ig telegram tiktok twitter facebook
        fb bot model surat sk se peraturan permenpan perbup perbub perda kep keputusan
        unor satker opd skpd unit jabatan kegiatan rekening wilayah pegawai kunor
        """
    )
) - {"kode"}


def standing_out(signs: str, names: list[SecretName]) -> Iterator[tuple[int, int]]:
    """What looks like a secret and like nothing else, wherever it is in a text that names one."""
    kinds = {name.kind for name in names}
    begins = [name.start for name in names]
    for found in _CANDIDATE.finditer(signs):
        first, behind = bisect_left(begins, found.start()), bisect_left(begins, found.end())
        inside = [name.end for name in names[first:behind]]
        bare = signs[max([found.start(), *inside]) : found.end()]
        bare = _LABEL.sub("", bare).lstrip(LEADING)
        value = bare.rstrip(TRIMMED)
        start = found.end() - len(bare)
        if stands_out(value, kinds) and not _is_called(value, _last_word(signs, start)):
            yield start, start + len(value) + _signs_behind(bare, value)


_PARAMETER = re.compile(
    r"(?=[stopckd])(?<![^\W_])(?:secret|token|otp|pin|code|key|password|pass|pwd)=(?P<value>[^\s&#,;]{4,128})"
)


def in_addresses(signs: str) -> Iterator[tuple[int, int]]:
    """ "reset?token=a8f9c2"."""
    for found in _PARAMETER.finditer(signs.lower()):
        if any(map(str.isdigit, found["value"])):
            yield found.span("value")


def in_groups(signs: str) -> Iterator[tuple[int, int]]:
    """Keys, as an app shows them: in fours."""
    for found in _GROUPS.finditer(signs.lower()):
        fours = found[0].replace("-", " ").split()
        if sum(not (four.isalpha() or four.isdigit()) for four in fours) > 1:
            yield found.span()


def _signs_behind(bare: str, value: str) -> int:
    """Any sign at its end may belong to it."""
    rest = bare[len(value) :]
    return len(rest) - len(rest.lstrip("?*=")) if rest else 0


def stands_out(value: str, kinds: set[SecretKind]) -> bool:
    if len(value) < 4:
        return False
    strange = SecretKind.WORD not in kinds or _MIXED.fullmatch(value) or _STRANGE.search(value)
    if not strange or _ALSO_NAMED.fullmatch(value):
        return False
    if SecretKind.WORD not in kinds:
        coded = is_strong(value, SecretKind.SIX) and _CODED.fullmatch(value)
        return bool(coded or (_RANDOM.fullmatch(value) and not _NAMED.fullmatch(value)))
    return is_strong(value, SecretKind.WORD) and not _MASKED.search(value)


def _is_called(value: str, before: str) -> bool:
    return before in _CALLED or (before in USERS and _OF_USER.fullmatch(value) is not None)


def _last_word(signs: str, start: int) -> str:
    """What it may be called by: no comma stands between."""
    before = signs[max(0, start - 24) : start].lower().split()
    return before[-1].strip(":=" + LEADING) if before else ""
