"""The figures of all rounds, as medians."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from tests.bench.traffic.meter import Figures
from tests.bench.traffic.racer import AIOGRAM, BARE, PTB

Column = Callable[[Figures], float]
BUSY_API = 0.7  # of a core: above it the Bot API may be what holds the others up

COLUMNS: dict[str, tuple[Column, str]] = {
    "replies/s": (lambda one: one.rate, ",.0f"),
    "CPU ms": (lambda one: one.cpu_ms, ".2f"),
    "p50 ms": (lambda one: one.wait_ms(50), ".1f"),
    "p99 ms": (lambda one: one.wait_ms(99), ".1f"),
    "stored s": (lambda one: one.more["stored"], ".1f"),
    "answered s": (lambda one: one.more["answered"], ".1f"),
    "tickets": (lambda one: one.more.get("tickets", 0), ".0f"),
    "max MB": (lambda one: one.peak_mb, ".0f"),
    "end MB": (lambda one: one.end_mb, ".0f"),
    "API %": (lambda one: one.api_share * 100, ".0f"),
    "others %": (lambda one: one.others_share * 100, ".0f"),
}
LEFT_OUT = {
    "closed": {"stored s", "answered s", "tickets"},
    "open": {"replies/s", "stored s", "answered s", "tickets"},
    "mixed": {"replies/s", "stored s", "answered s"},
    "hanging": {"replies/s", "stored s", "answered s", "tickets"},
    "backlog": {"p50 ms", "p99 ms", "tickets"},
}
RATIOS = {"×PTB": PTB.name, "×aiogram": AIOGRAM.name, "×bare": BARE.name}
# Where everybody keeps up the rate says nothing; then CPU is compared.
BY_CPU = {"open", "mixed"}
WIDTH = 40


@dataclass
class Table:
    """One load; a row for each racer."""

    kind: str
    title: str
    rows: dict[str, list[Figures]] = field(default_factory=dict)

    def add(self, name: str, figures: Figures) -> None:
        self.rows.setdefault(name, []).append(figures)

    def __str__(self) -> str:
        columns = {
            name: column for name, column in COLUMNS.items() if name not in LEFT_OUT[self.kind]
        }
        ratios = {name: other for name, other in RATIOS.items() if other in self.rows}
        what = "CPU ms" if self.kind in BY_CPU else "replies/s"
        head = f"{'':{WIDTH}}" + "".join(f"{name:>{_wide(name)}}" for name in columns)
        lines = [self.title, head + "".join(f"{name:>10}" for name in ratios)]
        for name, rounds in self.rows.items():
            cells = (
                f"{median(map(of, rounds)):>{_wide(column)}{form}}"
                for column, (of, form) in columns.items()
            )
            beside = (f"{self._ratio(rounds, other, what):>10.2f}" for other in ratios.values())
            lines.append(f"{name:{WIDTH}}" + "".join((*cells, *beside)))
        if ratios:
            lines.append(f"{'':{WIDTH}}× is {what} in the same round, theirs = 1")
        if any(one.api_share > BUSY_API for rounds in self.rows.values() for one in rounds):
            lines.append(f"{'':{WIDTH}}where API % is near 100 it is the Bot API that is measured")
        return "\n".join(lines)

    def _ratio(self, rounds: list[Figures], other: str, what: str) -> float:
        of, _ = COLUMNS[what]
        return median(
            of(own) / of(theirs) for own, theirs in zip(rounds, self.rows[other], strict=True)
        )


def _wide(name: str) -> int:
    return max(len(name), 7) + 2
