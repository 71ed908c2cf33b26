"""Offices as they are written: spelled as in the agency's list, where they stand there."""

from __future__ import annotations

from handlers.resources import Resources

MOST_PIECES = 5
"""Between commas, of one listed name: "Badan Pengelola Keuangan, Pendapatan dan Aset"."""


def listed(resources: Resources, name: str) -> str | None:
    """Also by a former name, or with a slip of the finger."""
    return resources.offices.read(name).name


def spelled(resources: Resources, name: str) -> str:
    """As it stands in the list, else as it was written."""
    written = " ".join(name.split())
    return listed(resources, written) or written


def each_of(resources: Resources, written: str) -> list[str]:
    """Of several with commas between; a comma within a listed name parts nothing."""
    pieces = [each for each in written.split(",") if each.strip()]
    found = []
    while pieces:
        size = next(
            (
                size
                for size in range(min(MOST_PIECES, len(pieces)), 1, -1)
                if listed(resources, ",".join(pieces[:size]))
            ),
            1,
        )
        found.append(spelled(resources, ",".join(pieces[:size])))
        del pieces[:size]
    return found
