"""How much of each area the tests run, line by line and branch by branch; too little is an error.

    python -m tests.support.covered [--gaps 15]

after `coverage combine`. `make coverage` does all of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coverage import Coverage


@dataclass(frozen=True)
class Area:
    name: str
    lines: int = 0
    """Asked for, in per cent."""
    branches: int = 0
    apart_from: str | None = None

    def has(self, file: str) -> bool:
        apart = self.apart_from is not None and file.startswith(self.apart_from)
        return file.startswith(self.name) and not apart


AREAS = (
    Area("bot/", 95, 90, apart_from="bot/simulator/"),
    Area("bot/wire/", 95),
    Area("handlers/", 95, 90),
    Area("storage/", 95, 90),
    Area("faq/", 95, 90),
    Area("bot/simulator/"),
    Area("main.py"),
)
Summary = Mapping[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gaps", type=int, default=15, help="how many of the largest to name")
    options = parser.parse_args()
    files = _measured()
    print(f"{'area':16} {'lines':>7} {'run':>8} {'branches':>9} {'taken':>8}")
    missed = [missed for area in AREAS for missed in _row(area, files)]
    print("\nThe largest gaps, in lines and branches")
    for size, place in sorted(_gaps(files), reverse=True)[: options.gaps]:
        print(f"{size:5}  {place}")
    for line in missed:
        print(f"error: {line}", file=sys.stderr)
    sys.exit(bool(missed))


def _measured() -> dict[str, Any]:
    """coverage's own JSON report, by file."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        coverage = Coverage()
        coverage.load()
        coverage.json_report(outfile=str(report))
        files: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))["files"]
    return files


def _row(area: Area, files: dict[str, Any]) -> list[str]:
    """Prints it; gives back what is less than was asked for."""
    summaries = [about["summary"] for name, about in files.items() if area.has(name)]
    lines, run = _share(summaries, "num_statements", "covered_lines")
    branches, taken = _share(summaries, "num_branches", "covered_branches")
    print(f"{area.name:16} {lines:7} {run:7.1f}% {branches:9} {taken:7.1f}%")
    asked = (("lines", run, area.lines), ("branches", taken, area.branches))
    return [
        f"{area.name}: {share:.1f} % of the {what} are run, {least} % are asked for"
        for what, share, least in asked
        if share < least
    ]


def _share(summaries: Iterable[Summary], of: str, part: str) -> tuple[int, float]:
    whole = sum(one[of] for one in summaries)
    return whole, 100 * sum(one[part] for one in summaries) / max(whole, 1)


def _gaps(files: dict[str, Any]) -> Iterable[tuple[int, str]]:
    """By function; what stands outside of any is counted as one."""
    for name, about in files.items():
        if any(area.has(name) and area.lines for area in AREAS):
            for function, inside in about["functions"].items():
                summary = inside["summary"]
                size = summary["missing_lines"] + summary["missing_branches"]
                if size:
                    yield size, f"{name} {function} {_ranges(inside['missing_lines'])}"


def _ranges(lines: list[int]) -> str:
    return ", ".join(map(str, lines)) or "(branches)"


if __name__ == "__main__":
    main()
