"""Faults on demand: what the Bot API or the network does to a bot now and then."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, get_args

Kind = Literal[
    "flood",
    "refusal",
    "conflict",
    "server_error",
    "html_error",
    "timeout",
    "lost",
    "malformed",
    "slow",
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(slots=True)
class Fault:
    """flood: 429 · refusal: 400 in the given words · conflict: 409, another poller's fault ·
    server_error: 5xx as JSON · html_error: 5xx as a proxy's page · timeout: no answer for so many
    seconds, nothing done · lost: done, then the connection breaks · malformed: done, but the
    answer is cut short · slow: done after so many seconds."""

    kind: Kind
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    """None: until cleared."""
    skip: int = 0
    """Lets so many matching calls through first."""
    retry_after: int = 3
    status: int = 502
    words: str = "CHAT_RESTRICTED"
    seconds: float = 30.0
    hits: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; known are {', '.join(KINDS)}")
        if self.method is not None and not isinstance(self.method, str):
            raise ValueError("method is the name of a Bot API method")
        if self.chat is not None:
            _integer("chat", self.chat)
        if self.times is not None:
            _integer("times", self.times, at_least=1)
        _integer("skip", self.skip, at_least=0)
        _integer("retry_after", self.retry_after, at_least=1)
        _integer("status", self.status, at_least=500, at_most=599)
        _pause("seconds", self.seconds)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def matches(self, method: str, chat: int | None) -> bool:
        if self.method is not None and self.method.lower() != method:
            return False
        return self.chat is None or self.chat == chat


_GIVEN = [part.name for part in fields(Fault) if part.init]
_LONGEST = 3600


def _integer(
    name: str, value: Any, *, at_least: int | None = None, at_most: int | None = None
) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} is a whole number")
    if at_least is not None and value < at_least:
        raise ValueError(f"{name} is at least {at_least}")
    if at_most is not None and value > at_most:
        raise ValueError(f"{name} is at most {at_most}")


def _pause(name: str, value: Any) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError(f"{name} is a number")
    if not 0 <= value <= _LONGEST:
        raise ValueError(f"{name} is from 0 to {_LONGEST}")


class Faults:
    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def add(self, kind: Kind, **details: Any) -> Fault:
        if unknown := details.keys() - _GIVEN:
            raise ValueError(f"unknown field {min(unknown)!r}; known are {', '.join(_GIVEN)}")
        rule = Fault(kind, **details)
        self.rules.append(rule)
        return rule

    def clear(self) -> None:
        self.rules.clear()

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, if any; counts it."""
        for rule in self.rules:
            if not rule.matches(method, chat):
                continue
            if rule.skip:
                rule.skip -= 1
                continue
            rule.hits += 1
            if rule.times is not None:
                rule.times -= 1
                if rule.times <= 0:
                    self.rules.remove(rule)
            return rule
        return None
