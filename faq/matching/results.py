"""What a matcher says of a question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry, and sure enough."""

    best: str
    score: float
    runner_up_score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Up to three entries to choose from."""

    best: str
    score: float
    runner_up_score: float
    reason: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """The book does not know; `best` is only what came nearest."""

    best: str | None
    score: float
    runner_up_score: float
    reason: str


Found = Answer | Suggestions | Silence
