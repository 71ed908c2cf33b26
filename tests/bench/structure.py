"""The structure in figures: imports and cycles between modules, and how big things are.

    python -m tests.bench.structure [--repo DIR]

Counted are the modules that lie directly in a package; a package in it counts as one, with all
that is in it. An import is one of them importing another, however often; layers are the longest
way along the imports.
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
Imports = dict[str, set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repo", type=Path, default=Path(), help="another checkout of it")
    repo: Path = parser.parse_args().repo.resolve()
    sys.path.insert(0, str(repo))
    _print_imports()
    for what, files in (
        ("the bot", _files(repo, *PACKAGES)),
        ("its tests", _files(repo, "tests")),
    ):
        _print_sizes(what, list(files))


def _print_imports() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    print(f"{'package':28} {'modules':>7} {'layers':>6} {'imports':>7}  cycles")
    for package in sorted(graph.modules):
        imports = _imports(graph, package)
        if len(imports) < 2:
            continue
        cycles = _cycles(imports)
        count = sum(map(len, imports.values()))
        row = f"{package:28} {len(imports):7} {_layers(imports):6} {count:7}"
        print(f"{row}  {'; '.join(' ↔ '.join(sorted(cycle)) for cycle in cycles) or '-'}")


def _imports(graph: grimp.ImportGraph, package: str) -> Imports:
    modules = graph.find_children(package)
    imports: Imports = {module.rpartition(".")[2]: set() for module in modules}
    for one, other in permutations(modules, 2):
        if graph.direct_import_exists(importer=one, imported=other, as_packages=True):
            imports[one.rpartition(".")[2]].add(other.rpartition(".")[2])
    return imports


def _cycles(imports: Imports) -> set[frozenset[str]]:
    reach = {module: _reached(imports, module) for module in imports}
    together = (frozenset(r for r in reach[module] if module in reach[r]) for module in imports)
    return {modules for modules in together if modules}


def _reached(imports: Imports, module: str) -> set[str]:
    found: set[str] = set()
    ahead = [*imports[module]]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead += imports[here]
    return found


def _layers(imports: Imports) -> int:
    """Modules of one cycle share a layer."""
    reach = {module: _reached(imports, module) for module in imports}
    below = {module: {r for r in reach[module] if module not in reach[r]} for module in imports}
    layer: dict[str, int] = {}
    for module in sorted(imports, key=lambda module: len(below[module])):
        layer[module] = 1 + max((layer[under] for under in below[module]), default=0)
    return max(layer.values(), default=0)


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
