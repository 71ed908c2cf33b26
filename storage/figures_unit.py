"""What a head's page is made of, where nothing else of a unit is wanted: importing the nouns of a
whole one takes as long as to count a week."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from sqlmodel import Session

from storage.apart import ApartFigures
from storage.figures import Figures


class HasFigures(Protocol):
    """A unit that has these, whatever else it has."""

    @cached_property
    def figures(self) -> Figures: ...

    @cached_property
    def apart(self) -> ApartFigures: ...


class FiguresUnit:
    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def figures(self) -> Figures:
        return Figures(self._session)

    @cached_property
    def apart(self) -> ApartFigures:
        return ApartFigures(self._session)
