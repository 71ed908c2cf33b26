"""A paper that was made beside the turn and waits, as it is, to be sent."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass


@dataclass(frozen=True)
class KeptFile:
    base64: str
    """Of its bytes: a waiting row is text."""

    @classmethod
    def of(cls, made: bytes) -> KeptFile:
        return cls(b64encode(made).decode())


def kept_file(file: KeptFile) -> bytes:
    return b64decode(file.base64)
