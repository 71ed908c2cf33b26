"""What everybody may ask for of their own data (UU 27/2022), in plain words. Pure."""

from __future__ import annotations

import re
from enum import Enum, auto


class Right(Enum):
    SEE = auto()  # as /data_saya
    BE_ERASED = auto()  # as /hapus_data


_PLEASE = (
    r"(?:(?:tolong|mohon|minta|saya|aku|kami|mau|ingin|bisa|boleh|pak|bu|min|kak|admin) ){0,5}"
)
_OWN = r"(?:semua |seluruh )?data(?: pribadi)?(?: (?:saya|aku|sy)|ku)"
_HERE = r"(?: (?:yang|tersimpan|disimpan|ada|di|dari|dalam|pada|bot|ini|sini)){0,6}"
_END = r"(?: (?:ya|dong|donk|pak|bu|min|kak|terima|kasih|makasih)){0,3}"
_LOOK = r"(?:(?:lihat|melihat|tampilkan|unduh) )?(?:salinan )?"
_SAID = {
    Right.BE_ERASED: re.compile(
        rf"{_PLEASE}(?:hapus data|(?:di)?(?:hapus|hapuskan|musnahkan) {_OWN}){_HERE}{_END}"
    ),
    Right.SEE: re.compile(rf"{_PLEASE}{_LOOK}{_OWN}{_HERE}{_END}"),
}
_LONGEST = 80


def right_in(text: str) -> Right | None:
    """Where that is all that is said: whoever tells more of their data tells of a trouble."""
    if len(text) > _LONGEST or "?" in text:
        return None
    said = " ".join(re.sub(r"[^\w\s]|_", " ", text.casefold()).split())
    return next((right for right, words in _SAID.items() if words.fullmatch(said)), None)
