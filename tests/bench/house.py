"""How the house is built, in figures: arrows and circles between rooms, and how big things are.

    python -m tests.bench.house [--repo DIR]

A room is what stands directly in a package: a module, or a package with all that is in it. An
arrow is one room importing another, however often; floors are the longest way along arrows.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from statistics import median, quantiles

import grimp

PACKAGES = ("bot", "faq", "handlers", "storage")
MIGRATIONS = "storage/migrations/versions"
Arrows = dict[str, set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repo", type=Path, default=Path(), help="another checkout of it")
    repo: Path = parser.parse_args().repo.resolve()
    sys.path.insert(0, str(repo))
    _print_arrows()
    for what, files in (
        ("the bot", _files(repo, *PACKAGES)),
        ("its tests", _files(repo, "tests")),
    ):
        _print_sizes(what, list(files))


def _print_arrows() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    print(f"{'package':28} {'rooms':>6} {'floors':>6} {'arrows':>6}  circles")
    for package in sorted(graph.modules):
        arrows = _arrows(graph, package)
        if len(arrows) < 2:
            continue
        circles = _circles(arrows)
        row = (
            f"{package:28} {len(arrows):6} {_floors(arrows):6} {sum(map(len, arrows.values())):6}"
        )
        print(f"{row}  {'; '.join(' ↔ '.join(sorted(circle)) for circle in circles) or '-'}")


def _arrows(graph: grimp.ImportGraph, package: str) -> Arrows:
    rooms = graph.find_children(package)
    arrows: Arrows = {room.rpartition(".")[2]: set() for room in rooms}
    for one, other in permutations(rooms, 2):
        if graph.direct_import_exists(importer=one, imported=other, as_packages=True):
            arrows[one.rpartition(".")[2]].add(other.rpartition(".")[2])
    return arrows


def _circles(arrows: Arrows) -> set[frozenset[str]]:
    reach = {room: _reached(arrows, room) for room in arrows}
    together = (frozenset(r for r in reach[room] if room in reach[r]) for room in arrows)
    return {rooms for rooms in together if rooms}


def _reached(arrows: Arrows, room: str) -> set[str]:
    found: set[str] = set()
    ahead = [*arrows[room]]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += arrows[here]
    return found


def _floors(arrows: Arrows) -> int:
    """Rooms of one circle share a floor."""
    reach = {room: _reached(arrows, room) for room in arrows}
    below = {room: {r for r in reach[room] if room not in reach[r]} for room in arrows}
    floor: dict[str, int] = {}
    for room in sorted(arrows, key=lambda room: len(below[room])):
        floor[room] = 1 + max((floor[under] for under in below[room]), default=0)
    return max(floor.values(), default=0)


def _files(repo: Path, *folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (f for f in (repo / folder).rglob("*.py") if MIGRATIONS not in f.as_posix())


def _print_sizes(what: str, files: list[Path]) -> None:
    texts = [text for file in files if (text := file.read_text(encoding="utf-8"))]
    functions = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    print(f"\n{what + ', lines':20} {'count':>6} {'median':>6} {'p90':>6} {'most':>6}")
    for kind, sizes in (("files", [len(t.splitlines()) for t in texts]), ("functions", functions)):
        ninth = quantiles(sizes, n=10)[-1]
        print(f"{kind:20} {len(sizes):6} {median(sizes):6.0f} {ninth:6.0f} {max(sizes):6}")


if __name__ == "__main__":
    main()
