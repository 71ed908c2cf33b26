"""Trouble on order: what the Bot API or the network does to us now and then."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "flood", "refusal", "server_error", "html_error", "timeout", "lost", "malformed", "slow"
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(slots=True)
class Fault:
    """flood: 429 · refusal: 400 in the given words · server_error: 5xx as JSON · html_error: 5xx
    as a proxy's page · timeout: no answer for so many seconds, nothing done · lost: done, then the
    connection breaks · malformed: done, but the answer is cut short · slow: done after so many
    seconds."""

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
    hits: int = 0

    def shown(self) -> dict[str, Any]:
        return asdict(self)

    def matches(self, method: str, chat: int | None) -> bool:
        if self.method is not None and self.method.lower() != method:
            return False
        return self.chat is None or self.chat == chat


class Faults:
    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def add(self, kind: Kind, **details: Any) -> Fault:
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; known are {', '.join(KINDS)}")
        rule = Fault(kind, **details)
        self.rules.append(rule)
        return rule

    def clear(self) -> None:
        self.rules.clear()

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The trouble that hits this call, if any; counts it."""
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
