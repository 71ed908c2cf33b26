"""What an office's papers look like: values, filled in by the office itself in a data file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    A4 = "A4"
    F4 = "F4"  # as Indonesian offices call 215 × 330 mm

    @property
    def millimetres(self) -> tuple[int, int]:
        return (210, 297) if self is Paper.A4 else (215, 330)


@dataclass(frozen=True)
class Margins:
    """In millimetres."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Signer:
    position: str
    name: str
    rank: str
    nip: str


@dataclass(frozen=True)
class Letterhead:
    paper: Paper
    font: str
    size: int
    margins: Margins
    owner: str
    """The government above the agency: the first line of the head."""
    agency: str
    address: tuple[str, ...]
    place: str
    number: str
    """Left empty it is given by SRIKANDI, after printing."""
    nature: str
    subject: str
    copies: tuple[str, ...]
    signer: Signer

    @property
    def issuer(self) -> str:
        """Whose figures they are, in one line."""
        return f"{self.owner} · {self.agency}"
