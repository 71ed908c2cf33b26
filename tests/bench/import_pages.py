"""How long an import of a hundred pages takes, and how soon a bomb is refused.

    python -m tests.bench.import_pages [PAGES]

Makes its own manual (reportlab, python-docx), imports it three times, and tells the median, the
share of this process and the largest child.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from faq.importing import CannotImport, import_manual
from tests.faq.importing import papers, test_refusals

RUNS = 3
BOMBS = (
    test_refusals.ratio_bomb,
    test_refusals.size_bomb,
    test_refusals.many_entries,
    test_refusals.nested_bomb,
    test_refusals.laughing_entities,
    test_refusals.stream_bomb,
    test_refusals.work_bomb,
    test_refusals.form_bomb,
    test_refusals.many_pages,
)


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as name:
        held = Path(name)
        timed("PDF ", papers.manual_pdf(held / "manual.pdf", pages), held)
        timed("DOCX", papers.manual_docx(held / "manual.docx", max(1, pages // 10), 10), held)
        for make in BOMBS:
            bomb(make, held)
    print(f"largest process: {megabytes(resource.RUSAGE_SELF)} MB here, ", end="")
    print(f"{megabytes(resource.RUSAGE_CHILDREN)} MB in a sandbox")


def timed(kind: str, file: Path, held: Path) -> None:
    took = []
    for run in range(RUNS):
        start = time.perf_counter()
        report = import_manual(file, held / f"{kind.strip()}-{run}")
        took.append(time.perf_counter() - start)
    told = f"{report.pages} pages, {report.chapters} chapters, {report.entries} entries"
    print(f"{kind} {told}: {median(took):.2f} s")


def bomb(make: Callable[[Path], Path], held: Path) -> None:
    (held / make.__name__).mkdir()
    file = make(held / make.__name__)
    start = time.perf_counter()
    try:
        import_manual(file, held / "never")
    except CannotImport as refused:
        print(f"{time.perf_counter() - start:5.2f} s  {make.__name__}: {refused}")
    else:
        raise SystemExit(f"{make.__name__} was let in")


def megabytes(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


if __name__ == "__main__":
    main()
