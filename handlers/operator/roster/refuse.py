"""Why a whole file is no list that can be read; one line, cause and cure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


class CannotRead(Exception):
    """One line for the operator."""


def too_heavy() -> CannotRead:
    return CannotRead(
        "the file takes too much memory or time to read;"
        " save the list alone in a new workbook, or as CSV"
    )


def too_big() -> CannotRead:
    return CannotRead("the workbook is too big; save the list alone in a new one, or as CSV")


def broken(error: Exception) -> CannotRead:
    return CannotRead(
        f"the workbook is broken ({type(error).__name__}); open it and save it anew as .xlsx"
    )


def unreadable(_: Exception) -> CannotRead:
    return CannotRead("the file cannot be read; save the list alone in a new workbook, or as CSV")


def lazily(
    some: Iterator[T],
    errors: tuple[type[Exception], ...],
    refusal: Callable[[Exception], CannotRead],
) -> Iterator[T]:
    """What is read when it is asked for fails there, far from who began to read it."""
    try:
        yield from some
    except errors as error:
        raise refusal(error) from None
