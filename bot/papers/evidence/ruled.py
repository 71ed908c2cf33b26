"""A table of texts on a paper, whatever the form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ruled:
    """Its first column is the widest."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
