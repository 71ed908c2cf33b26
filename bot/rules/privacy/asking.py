"""Whether words ask somebody for a password, a PIN or a code. No officer has a use for one."""

from __future__ import annotations

import itertools
import re

from bot.rules.privacy.plain import plain
from bot.rules.privacy.secrets import may_hold

_SECRET = (
    r"(?:kata[ -]?sandi|(?<!pak )(?<!bu )sandi|sandi(?=[- ]?(?:nya|mu))|kata kunci"
    r"|p[a@4]?[s5$]{1,3} ?w[aeo0]{0,2}r{0,2}[aeo0]?r?[dt]{0,2}"
    r"|pass(?!\W{1,2}foto)|pwd?|pin(?!\W{1,2}(?:lokasi|poin|map))|o\.?t\.?p"
    r"|(?:kode|code|token) ?(?:otp|verifikasi|keamanan|akses|aktivasi|rahasia"
    r"|login|masuk|mfa|sms|pin|authenticator)|token(?:nya)?)"
)
_NAME = rf"(?<!\w){_SECRET}(?:[- ]?(?:nya|mu))?(?!\w)"
_CODE = (
    r"(?<!\w)kode(?:nya|\W{1,3}(?:6|enam)\W{0,2}digit"
    r"|\W{1,3}(?:yang|yg|nang)\W{1,3}(?:masuk|dikirim|muncul|datang|diterima))(?!\w)"
)
_GIVE = (
    r"(?:kirim(?:kan|in|i)?|krm|kasih(?:kan)?|ksh|beri(?:kan)?|bagi(?:kan|in)?|share|sher|send"
    r"|sebut(?:kan|in)?|info(?:kan|in|rmasikan)?|wa(?:kan|in)?"
    r"|japri|sampaikan|serahkan|lampirkan|foto(?:kan|in)?|minta|mnta|minjam|pinjam|perlu|butuh"
    r"|memerlukan|membutuhkan|mohon|kasi|bari|kirimakan|sambat(?:akan)?|sms(?:kan)?|titip"
    r"|teruskan|bacakan|baca|ss|screenshot|forward|ketikkan"
    r"|give|tell|need|kasitau|beritahu(?:kan)?|beri ?tahu(?:kan)?|tahu|tau|tanya|need|balas)"
)
_BETWEEN = (
    r"(?:\W{1,3}(?:me|us|saya|kami|ke|sini|kesini|dulu|dong|ya|pak|bu|bapak|ibu|tolong|mohon|bisa"
    r"|boleh|minta|tau|tahu|akan|ka|wadah|ulun|sy|kak|juga|sekalian|untuk|nip|dan|user|username"
    r"|akun|email|wan|beserta|serta|lewat|via|wa|chat|japri|your|the|data|berupa|lagi|apa|yang"
    r"|kode|angka|nomor|foto|ktp|nik|nama|lengkap|hp|6|enam|digit)){0,6}\W{1,3}"
)
_ASKED = re.compile(rf"(?<!\w){_GIVE}{_BETWEEN}(?P<name>{_NAME}|{_CODE})", re.IGNORECASE)
_HERE = re.compile(
    rf"(?<!\w)(?:tulis|ketik|isi|balas)(?:kan)?{_BETWEEN}(?P<name>{_NAME}).{{0,40}}"
    r"\W(?:(?:di|ke)\W{0,2}sini|chat ini|balasan)(?!\w)"
    rf"|(?<!\w)apa\W{{1,3}}(?P<asked>{_NAME})"
    r"(?:\W{1,3}(?:lama|lamanya|baru|barunya|bapak|ibu|pak|bu|anda|pian|nya|sekarang)){0,3}\W*\?"
    rf"|^\W*{_NAME}\W*\?",
    re.IGNORECASE,
)
_ASKED_BEHIND = re.compile(
    rf"(?P<name>{_NAME}|{_CODE})(?:\W{{1,3}}(?:bapak|ibu|pak|bu|anda|pian|sampeyan|nya|itu|tadi|yang|masuk"
    r"|akun|e-?kinerja|myasn|sso|lama|baru|lamanya|email|dan|username|ke|hp|di|sms)){0,4}"
    r"\W{1,3}(?:(?:tolong|mohon|bisa|boleh|coba|harap|silakan|silahkan)\W{1,3}(?:di)?"
    r"(?:kirim(?:kan|in)?|sebut(?:kan)?|info(?:kan)?|share|tulis(?:kan)?|kasih|beri(?:tahu)?"
    r"(?:kan)?|sampaikan|minta|bagi(?:kan)?)"
    r"|(?:di)?kirim(?:kan|in)?\W{1,3}(?:ke\W{1,3}(?:sini|saya|kami|wa|grup)|kesini|di\W{1,3}sini"
    r"|dong|ya|dulu|lewat)|apa(?:\W{1,3}(?:pak|bu|bapak|ibu|ya|kak|mas|mbak|nya|kah))*\W*$"
    r"|apa\W*\?|berapa|brp)",
    re.IGNORECASE,
)
# The app asks for it, or it is somebody else who must not.
_NOT_US = re.compile(
    r"(?<!\w)(?:jangan|jgn|tidak|tdk|tak|bukan|tanpa|dilarang|larang|never|not|don'?t|hati|waspada"
    r"|siapa ?pun|siapapun|kada|gak|ga|klik|tekan|pilih|tombol|menu|lupa|aplikasi|sistem|situs"
    r"|halaman|laman|layar|kolom|penipu\w*)(?!\w)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W{1,3}(?:baru|ulang|lewat|melalui|di(?!\W{0,2}sini)"
    r"|di(?:reset|ganti|ubah|perbarui|cek)\w{0,4}"
    r"|pada|dari|via|reset|mfa reset|tidak|belum|sudah|salah"
    r"|kepada(?!\W{1,3}(?:saya|kami))|ke\W{1,3}(?:email|e-mail|siapa|orang|pihak))(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[!?;\n]+|\.(?=\s|$)|(?<!\w)(?:tetapi|tapi|lalu|kemudian|setelah itu|terus)(?!\w)"
)


_ANY = re.compile(rf"{_NAME}|{_CODE}", re.IGNORECASE)
_AROUND = 120  # characters
_MOST_NAMES = 12  # of secrets in one sentence
_MANY_SIGNS = re.compile(r"(\W{2})\W+")


def asks_for_secret(text: str) -> bool:
    if not may_hold(text):
        return False
    signs = plain(text).signs
    if not _ANY.search(signs):
        return False
    signs = _MANY_SIGNS.sub(r"\1", signs)
    return any(_clause_asks(clause) for clause in _clauses(signs))


def _clauses(signs: str) -> list[str]:
    found, done = [], 0
    for each in _CLAUSE.finditer(signs):
        found.append(signs[done : each.end()])
        done = each.end()
    return [*found, signs[done:]]


def _clause_asks(clause: str) -> bool:
    return any(
        _asked_for(clause, name) for name in itertools.islice(_ANY.finditer(clause), _MOST_NAMES)
    )


def _asked_for(clause: str, name: re.Match[str]) -> bool:
    since = max(0, name.start() - _AROUND)
    if _HERE.search(clause, since, name.end() + _AROUND):
        return True
    if _NOT_US.search(clause, since, name.start()):
        return False
    before = _ASKED.search(clause, since, name.end())
    asked = before is not None and not _BEHIND.match(clause, name.end())
    return asked or _ASKED_BEHIND.match(clause, name.start()) is not None
