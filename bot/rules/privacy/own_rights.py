"""What everybody may ask for of their own data (UU 27/2022). Pure."""

from __future__ import annotations

from enum import Enum, auto


class Right(Enum):
    SEE = auto()  # as /data_saya
    BE_ERASED = auto()  # as /hapus_data
