"""Reads what the other proofs are held against: proofs.toml."""

from __future__ import annotations

from pathlib import Path

from bot.data.data_file import HERE, read_toml
from bot.data.held import figures, source
from bot.rules.proofs import ProofThresholds

FIGURES = {
    "pekppp": ("full_hours", "most_hours", "lapor_percent"),
    "served": ("level2", "level3"),
    "process": ("level3_days", "level2_days"),
    "information": ("level3_ways",),
}


def proofs(path: Path = HERE / "proofs.toml") -> ProofThresholds:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    found = {name: figures(name, names, data) for name, names in FIGURES.items()}
    full, most, lapor = found["pekppp"]
    level2, level3 = found["served"]
    first, second = found["process"]
    (ways,) = found["information"]
    sources = {name: source(name, data) for name in FIGURES}
    return ProofThresholds(full, most, lapor, (level2, level3), (first, second), ways, sources)
