"""Whether words ask somebody for a password, a PIN or a code. No officer has a use for one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from bot.errors import SecretAsked
from bot.rules.privacy.misspelled import respelled
from bot.rules.privacy.plain import plain
from bot.rules.privacy.secret_words import PASSWORD, words
from bot.rules.privacy.secrets import is_hinted, last_named, may_hold

_SECRET = (
    r"(?:kata[ -]?sandi|(?<!pak )(?<!bu )sandi|s(?:4|@)nd[i1]|sand1"
    r"|sandi(?=[- ]?(?:nya|mu))|kata kunci|kunci (?:masuk|login|akun|akses)"
    rf"|{PASSWORD}"
    r"|pass(?!\W{1,2}foto)|pwd?|(?<!pak )(?<!bu )pin(?:\W{1,2}atm)?"
    r"(?!\W{1,2}(?:lokasi|poin|map))|[o0]\.?t\.?p|cvv2?|cvc2?"
    r"|(?:kode|code|token) ?(?:otp|verifikasi|keamanan|akses|aktivasi|rahasia"
    r"|login|masuk|mfa|sms|pin|authenticator)|token(?:nya)?)"
)
_NAME = rf"(?<!\w)(?=\w){_SECRET}(?:[- ]?(?:nya|mu))?(?!\w)"
_CODE = (
    r"(?<!\w)kode(?:nya|\W{1,3}(?:6|enam)\W{0,2}(?:digit|angka)(?:nya)?"
    r"|\W{1,3}(?:yang|yg|nang)\W{1,3}(?:masuk|dikirim|muncul|datang|diterima|di\W{1,3}(?:hp|sms|wa)))(?!\w)"
)
_GIVE = (
    r"(?:kirim(?:kan|in|i)?|krm|kasih(?:kan)?|ksh|beri(?:kan)?|bagi(?:kan|in)?|share|sher|send"
    r"|sebut(?:kan|in)?|info(?:kan|in|rmasikan)?|wa(?:kan|in)?"
    r"|japri|sampaikan|serahkan|lampirkan|foto(?:kan|in)?|minta|mnta|minjam|pinjam|perlu|butuh"
    r"|memerlukan|membutuhkan|mohon|kasi|bari|kirimakan|sambat(?:akan)?|sms(?:kan)?|titip"
    r"|teruskan|bacakan|baca|ss|screenshot|forward|ketikkan"
    r"|dm|pm|inbox|(?:mohon|tolong|harap|silakan|silahkan|bisa|boleh|agar)\W{1,3}di"
    r"(?:kirim|info|sebut|beritahu|share|tulis|kasih|lampir|sampai)(?:kan|in)?"
    r"|give|tell|need|kasitau|beritahu(?:kan)?|beri ?tahu(?:kan)?|tahu|tau|tanya|need"
    r"|ba?la?s|baritahu|padahi)"
)
_BETWEEN = (
    r"(?:\W{1,3}(?:saja|aja|ja|haja|dengan|dgn|me|us|saya|kami|ke|sini|kesini|dulu|dong|ya|pak|bu|bapak|ibu|tolong|mohon|bisa"
    r"|boleh|minta|tau|tahu|akan|ka|wadah|ulun|sy|kak|juga|sekalian|untuk|nip|dan|user|username"
    r"|akun|email|wan|layar|ada|beserta|serta|lewat|via|wa|chat|japri|your|ur|the|data|berupa|lagi|apa|yang"
    r"|sama|format|plus|spasi"
    r"|kode|angka|nomor|foto|ktp|nik|nama|lengkap|hp|6|enam|digit)){0,6}\W{1,3}"
)
_ASKED = re.compile(rf"(?<!\w)(?=\w){_GIVE}{_BETWEEN}(?P<name>{_NAME}|{_CODE})")
_OF_WHAT = (
    r"(?:tte|bsre|e-?kinerja|ekin|myasn|sso|email|e-mail|akun|login|lama|baru|nya|pak|bu|bapak"
    r"|ibu|anda|pian)(?!\w)"
)
_HERE = re.compile(
    rf"(?<!\w)(?:tulis|ketik|isi|balas)(?:kan)?{_BETWEEN}(?P<name>{_NAME}).{{0,40}}"
    r"\W(?:(?:di|ke)\W{0,2}sini|chat ini|balasan)(?!\w)"
    rf"|(?<!\w)(?:tulis|ketik|isi)(?:kan)?\W{{1,3}}(?:saja\W{{1,3}}|ja\W{{1,3}})?di\W{{0,2}}sini\W{{1,3}}(?:{_NAME})"
    rf"|(?<!\w)apa\W{{1,3}}(?P<asked>{_NAME})"
    r"(?:\W{1,3}(?:lama|lamanya|baru|barunya|bapak|ibu|pak|bu|anda|pian|nya|sekarang)){0,3}\W*\?"
    rf"|^\W*{_NAME}(?:\W{{1,3}}{_OF_WHAT}){{0,3}}\W*\?"
)
_ASKED_BEHIND = re.compile(
    rf"(?P<name>{_NAME}|{_CODE})(?:\W{{1,3}}(?:bapak|ibu|pak|bu|anda|pian|ikam|sampeyan|nya|itu|tadi|yang|masuk"
    r"|akun|e-?kinerja(?:nya)?|myasn|sso|lama|baru|lamanya|email|dan|username|ke|hp|di|sms|layar|authenticator|lalu|yg|pakai|pake|dipakai|dipake|gunakan"
    r"|digunakan|sekarang|tte|bsre)){0,5}"
    r"\W{1,3}(?:(?:tolong|mohon|bisa|boleh|coba|harap|silakan|silahkan)\W{1,3}(?:di\W?)?"
    r"(?:kirim(?:kan|in)?|sebut(?:kan)?|info(?:kan)?|share|tulis(?:kan)?|kasih|beri(?:tahu)?"
    r"(?:kan)?|sampaikan|minta|bagi(?:kan)?|wa|japri)"
    r"|(?:di)?kirim(?:kan|in)?\W{1,3}(?:ke\W{1,3}(?:sini|saya|kami|wa|grup)|kesini|di\W{1,3}sini"
    r"|dong|ya|dulu|lewat)|boleh\W{1,3}(?:saya|kami|ulun)\W{1,3}(?:minta|tahu|tau)"
    r"|n?apa(?:\W{1,3}(?:pak|bu|bapak|ibu|ya|kak|mas|mbak|nya|kah|lah|leh|garang))*"
    r"(?:\W*$|\W{1,3}(?:biar|supaya|agar)\W{1,3}(?:saya|kami|ulun|bisa|kawa)(?!\w))"
    r"|n?apa\W*\?|b[ae]rapa|brp)"
    rf"|{_NAME}(?:\W{{1,3}}(?:lama|lamanya|baru|pak|bu|bapak|ibu|anda|pian)){{1,3}}\W{{1,3}}"
    r"(?:yang|yg)\W{1,3}mana(?!\w)"
)
# A form to be filled in: "format: Nama/NIP/Password".
_FIELD = (
    r"(?:ya|data|berikut|format|form|borang|formulir|biodata|ini|dulu|nip|nik|nama|lengkap|unit|kerja|kantor"
    r"|instansi|jabatan|dinas|hp|wa|no|nomor|email|e-mail|user|username|akun|spasi|dan|atau)"
)
_FORM = re.compile(
    r"(?<!\w)(?:(?:tolong|mohon|harap)\W{1,3}(?:di)?(?:isi|lengkapi)(?:kan)?|lengkapi"
    r"|(?:di)?isi(?:kan)?(?=[^:\n]{0,30}:|\W{1,3}format)|format(?:nya)?|balas(?:an)?)"
    rf"(?:\W{{1,4}}{_FIELD}){{1,8}}\W{{1,4}}(?P<name>{_NAME})"
    rf"(?:\W{{1,4}}{_FIELD}){{0,6}}\W*$"
)
# Not named, and yet nothing else: "bacakan angka di sms", "minta akses akunnya".
_YOURS = r"(?:\W?nya|\W{1,3}(?:bapak|ibu|anda|pak|bu|pian))"
_UNNAMED = re.compile(
    rf"(?<!\w)(?=\w)(?:(?:{_GIVE}|bisa|boleh|berapa|brp){_BETWEEN}"
    r"(?:(?:6|enam|anam)\W{0,2}(?:angka|digit)"
    r"|(?:(?:3|tiga|talu)\W{0,2})?(?:angka|digit|nomor)\W{1,3}(?:di\W{1,3})?belakang\W{1,3}kartu(?:nya)?"
    r"|angka(?:nya)?(?:\W{1,3}(?:yang|yg|ada|masuk|muncul)){0,3}"
    r"\W{1,3}(?:di|ke|dari)\W{1,3}(?:sms|wa|whatsapp|authenticator|autentikator)"
    rf"|(?:data|info|detail|informasi)\W{{1,3}}login{_YOURS}"
    rf"|(?:akun|login|user){_YOURS}(?=\W{{1,3}}(?:sebentar|dulu)(?!\w))"
    rf"|akses\W{{1,3}}(?:login\W{{1,3}})?akun{_YOURS})(?!\w)"
    rf"|info\W{{1,3}}login{_YOURS}\W*\?"
    r"|angka(?:nya)?\W{1,3}(?:yang|yg|nang)\W{1,3}(?:masuk|datang|muncul|dikirim)"
    r"(?:\W{1,3}(?:tadi|itu|di|ke|hp|sms|wa)){0,3}\W{1,3}(?:b[ae]rapa|brp|apa)(?!\w)"
    r"|(?:screen ?shot|ss|foto|teruskan|forward|bacakan)(?:\W?kan|in)?\W{1,3}"
    r"(?:isi\W{1,3})?sms(?!\w)"
    r"|sms(?:nya)?(?:\W{1,3}(?:yang|yg|masuk|ada|kode|itu|tolong|mohon|harap|nanti)){0,4}"
    r"\W{1,3}(?:di)?(?:teruskan|kirim(?:kan)?|forward|bacakan|foto(?:kan)?)\W{1,3}"
    r"(?:ke\W{1,3}(?:saya|kami|sini)|kesini)(?!\w))"
)
_ITS_OBJECT = re.compile(r"angka|digit|login|akses|sms|belakang|pinjam")
# At the end of a clause.
_VOCATIVE = (
    r"(?:\W{1,3}(?:pak|bu|bapak|ibu|ya|kak|mas|mbak|dong|pian|ikam|anda|nya|akun|lah|leh))*\W*$"
)
_WHAT = re.compile(
    r"(?<!\w)(?:n?apa|mana|b[ae]rapa|brp|what(?:'?s| is)(?:\W{1,3}(?:your|the))?)\W{1,3}"
    rf"{_NAME}{_VOCATIVE}"
)
_NOTHING_ELSE = re.compile(
    r"^\W*(?:nip|user(?:name)?|nama|email|akun)\W{1,3}(?:(?:dan|dg|dgn|dengan|sama)\W{1,3})?"
    rf"{_NAME}{_VOCATIVE}|(?:^|,)\W{{0,3}}+{_NAME}(?:\W{{1,3}}(?:pak|bu|bapak|ibu|kak))?\W*\?"
    rf"|(?<!\w)(?:tolong|mohon|harap|minta)\W{{1,3}}{_NAME}(?:\W{{1,3}}(?:nya|pak|bu|bapak|ibu|anda)){{0,3}}"
    rf"\W{{1,3}}dikirim(?:kan)?{_VOCATIVE}"
)
# "aplikasinya minta OTP kan? tolong kirim ke saya"
_SENT_HERE = re.compile(
    rf"(?<!lupa )(?<!reset )(?<!ganti )(?<!pesan )(?<!soal )(?P<name>{_NAME})"
    r"(?:\W{1,3}(?:itu|kan|ya|dulu|tolong|mohon|bapak|ibu|pian|pak|bu|nya)){0,4}\W{1,3}"
    r"(?:di)?kirim(?:kan|in)?\W{1,3}(?:(?:saja|aja|dulu)\W{1,3})?"
    r"(?:ke\W{1,3}(?:saya|kami|sini|ulun)|kesini)(?:\W{1,3}(?:ya|dong|pak|bu|dulu)){0,3}\W*$"
)
# Somebody is warned, or it is denied, or the app asks for it.
_WARNED = re.compile(r"(?<!\w)(?:hati|waspada|siapa ?pun|penipu\w*|dilarang|larang)(?!\w)")
_DENIED = re.compile(
    r"(?<!\w)(?:jangan|jgn|tidak|tdk|tak|bukan|tanpa|never|not|don'?t|kada|gak|ga)(?!\w)"
    r"(?!\W{1,3}(?:apa|papa|masalah|usah|khawatir|takut|ragu|malu|lupa"
    r"|perlu\W{1,3}(?:takut|khawatir|ragu|malu))(?!\w))"
    r"(?P<give>\W{1,3}(?:(?:pernah|akan|boleh)\W{1,3}){0,2}(?:me[mn]?[gny]?)?"
    r"(?:k?irim|beri|kasih|s?ebut|bagi|share|t?ulis|minta|info|s?ampaikan))?"
)
_IN_APP = re.compile(
    r"(?<!\w)(?:klik|tekan|pilih|tombol|menu|(?<!jangan )(?<!jgn )lupa|aplikasi|sistem|situs"
    r"|halaman|laman|layar|kolom)(?:nya)?(?!\w)"
)
_SOFT = re.compile(
    r",|(?<!\w)(?:tetapi|tapi|lalu|kemudian|setelah itu|terus|trus|jadi|habis itu)(?!\w)"
)
_ADDRESSED = re.compile(
    r"(?<=nya)|(?<=mu)|(?<=\w)\W{1,3}+(?:\w{1,12}+\W{1,3}+){0,3}?"
    r"(?:ibu|bapak|pak|bu|pian|anda|sampeyan|saya|kami|sini|kesini|ulun|wa|japri)(?!\w)"
)
_BEHIND = re.compile(
    r"(?<=\w)\W{1,3}+(?:(?:lagi|kembali)\W{1,3}+)?(?:baru|ulang|lewat|melalui"
    r"|di(?!\W{0,3}(?:sini|sms|wa|hp|japri|chat|authenticator|email|whatsapp)(?!\w))"
    r"|di(?:reset|ganti|ubah|perbarui|cek)\w{0,4}|dikirim(?:kan)?\W{1,3}(?:ulang|lagi|oleh|lewat)"
    r"|pada|dari|via|reset|mfa reset|tidak|belum|sudah|salah"
    r"|(?:jangan|jgn)(?!\W{1,3}(?:lupa|khawatir|kuatir|takut|ragu|malu|cemas))|kepada(?!\W{1,3}(?:saya|kami))|ke\W{1,3}(?:email|e-mail|siapa|orang|pihak))(?!\w)"
)
_CLAUSE = re.compile(r"[!?;\n]+|\.(?=\s|$)")


# Of a message that says to send something, and not what.
_SENDING = re.compile(
    r"(?:(?:k?irim|kasih|beri|bagi|share|sebut|info|sampai|japri|t?ulis|ketik|teruskan|baca)"
    r"(?:kan|in|i|tahu)?|minta|perlu|butuh|berapa|brp|apa|tahu|tau)"
)
_BESIDE = words(
    """
    tolong mohon coba bisa boleh harap agar ya pak bu bapak ibu kak mas mbak min pian ulun saya
    sy kami ke di sini kesini lah dong deh saja aja ja haja dulu lagi segera sekarang lewat via wa
    chat juga itu nya kan akan nanti ini dikirim dikirimkan disebutkan diinfokan
    """
)
_ARRIVES = re.compile(
    rf"(?:{_NAME}|{_CODE})(?:\W{{1,3}}(?!belum|blm)\w{{1,12}}){{0,2}}\W{{1,3}}(?:masuk|muncul|datang)"
    r"(?:\W{1,3}\w{1,12}){0,4}\W*$"
)
_OBJECT = re.compile(rf"(?<!\w)(?:{_GIVE})(?!\w)")
_WORDS = re.compile(r"[^\W\d_]+")
_MOST_BESIDE = 10  # words

_ANY = re.compile(rf"{_NAME}|{_CODE}")
_AROUND = 120  # characters
_MOST_NAMES = 12  # of secrets in one sentence
_AT_AN_END = 8  # and of those in all sentences
_SHORT = 200  # of a question that is nothing else
_MANY_SIGNS = re.compile(r"(?<=\W\W)\W+")


def asks_for_secret(text: str) -> bool:
    read = plain(text)
    unnamed = _clauses(_MANY_SIGNS.sub("", read.signs.lower()))
    if any(map(_asks_without_its_name, unnamed)):
        return True
    if not is_hinted(read):
        return False
    signs = respelled(read).signs.lower()
    if not _ANY.search(signs):
        return False
    signs = _MANY_SIGNS.sub("", signs)
    # Line by line, as the captions of an album stand there, and as if it were one line.
    said = dict.fromkeys((signs, signs.replace("\n", " ")))
    clauses = dict.fromkeys(clause for each in said for clause in _clauses(each))
    if any(map(_is_nothing_else, clauses)) or any(map(_is_sent_here, said)):
        return True
    return any(_asked_for(clause, name) for clause, name in _looked_at(clauses))


def refuse_asking(text: str) -> None:
    """Raises SecretAsked."""
    if asks_for_secret(text):
        raise SecretAsked


def asks_in_parts(before: str, text: str) -> bool:
    """Of two messages, one says to send something and not what, the other names a secret and says
    nothing of it."""
    return (_only_sends(text) and _only_names(before)) or (
        _only_sends(before) and _only_names(text)
    )


def _only_sends(text: str) -> bool:
    said = _WORDS.findall(text.lower())[: _MOST_BESIDE + 1]
    sends = [word for word in said if word not in _BESIDE]
    if len(said) > _MOST_BESIDE or not all(map(_SENDING.fullmatch, sends)):
        return False
    return bool(sends) or any(word.startswith("di") and len(word) > 2 for word in said)


def _only_names(text: str) -> bool:
    if len(text) > _AROUND or not may_hold(text):
        return False
    signs = respelled(plain(text)).signs.lower()
    if not _ANY.search(signs) or any(
        each.search(signs) for each in (_WARNED, _DENIED, _IN_APP, _OBJECT)
    ):
        return False
    named = last_named(text.rstrip(" ?!."))
    return (named is not None and named.open) or _ARRIVES.search(signs) is not None


def _is_sent_here(signs: str) -> bool:
    """It is named, and then it is only said to send it."""
    found = _SENT_HERE.search(signs, max(0, len(signs) - 2 * _AROUND))
    return found is not None and not _WARNED.search(signs, 0, found.start())


def _asks_without_its_name(clause: str) -> bool:
    for meant in itertools.islice(_ITS_OBJECT.finditer(clause), _MOST_NAMES):
        since = max(0, meant.start() - _AROUND)
        asked = _UNNAMED.search(clause, since, meant.end() + _AROUND)
        if asked is not None:
            return _is_asked(clause, asked)
    return False


def _is_asked(clause: str, asked: re.Match[str]) -> bool:
    if _BEHIND.match(clause, asked.end()):
        return False
    since = max(0, asked.start() - _AROUND)
    return not _is_excused(clause, since, asked.end(), asked.end())


def _clauses(signs: str) -> list[str]:
    found, done = [], 0
    for each in _CLAUSE.finditer(signs):
        found.append(signs[done : each.end()])
        done = each.end()
    return [*found, signs[done:]]


def _is_nothing_else(clause: str) -> bool:
    if len(clause) >= _SHORT:
        return False
    return any(each.search(clause) is not None for each in (_WHAT, _NOTHING_ELSE))


def _looked_at(clauses: Iterable[str]) -> list[tuple[str, re.Match[str]]]:
    """Of a message that does nothing but name secrets, the first and the last of them."""
    named = [
        (clause, name)
        for clause in clauses
        for name in itertools.islice(_ANY.finditer(clause), _MOST_NAMES)
    ]
    return named if len(named) <= 2 * _AT_AN_END else [*named[:_AT_AN_END], *named[-_AT_AN_END:]]


def _asked_for(clause: str, name: re.Match[str]) -> bool:
    since = max(0, name.start() - _AROUND)
    if _HERE.search(clause, since, name.end() + _AROUND):
        return True
    giving = _ASKED.finditer(clause, since, name.end())
    before = next((each for each in giving if each.end() == name.end()), None)
    if _is_excused(clause, since, before.start() if before else name.start(), name.end()):
        return False
    if before is not None and not _BEHIND.match(clause, name.end()):
        return True
    if _is_of_form(clause, since, name):
        return True
    return _ASKED_BEHIND.match(clause, name.start()) is not None


def _is_of_form(clause: str, since: int, name: re.Match[str]) -> bool:
    forms = _FORM.finditer(clause, since, name.end() + _AROUND)
    return any(form.start("name") == name.start() and form.end() == len(clause) for form in forms)


def _is_excused(clause: str, since: int, asked_at: int, named_at: int) -> bool:
    """It is nobody's wish here; a comma or "lalu" between ends most excuses."""
    if _WARNED.search(clause, since, asked_at):
        return True
    same = [each.end() for each in _SOFT.finditer(clause, since, asked_at)]
    here = same[-1] if same else since
    denied = _DENIED.finditer(clause, since, asked_at)
    if any(each.start() >= here or each["give"] is not None for each in denied):
        return True
    in_app = [each.start() for each in _IN_APP.finditer(clause, since, asked_at)]
    return bool(in_app) and (in_app[-1] >= here or not _ADDRESSED.match(clause, named_at))
