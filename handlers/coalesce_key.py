"""What a message that waits is about, as its key in the outbox: who is to be told where it stands
once it was sent, and what is rewritten while it waits."""

from __future__ import annotations

from enum import StrEnum


class Subject(StrEnum):
    BOARD = "board"
    INCIDENT = "incident"  # its card, as of the two below
    NEWS = "news"
    ERASURE = "erasure"
    MAKING = "making"  # how far a job is
    ALONE = "alone"  # for one officer; the desk gets it where they can't be reached


_SUBJECTS = {subject.value: subject for subject in Subject}


def key_of(subject: Subject, of: str | int | None = None) -> str:
    return subject if of is None else f"{subject}:{of}"


def edit_key_of(subject: Subject, of: str | int) -> str:
    """Of what is rewritten where it stands already: nobody asks where that is."""
    return f"{subject}:edit:{of}"


def subject_of(key: str | None) -> tuple[Subject, str] | None:
    """And of which; None of keys that nobody asks about."""
    name, _, of = (key or "").partition(":")
    subject = _SUBJECTS.get(name)
    return None if subject is None else (subject, of)
