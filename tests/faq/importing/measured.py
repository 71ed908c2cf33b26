"""`main.py book import` in a process that afterwards tells what it and its children cost."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Import:
    code: int
    output: str
    errors: str
    seconds: float
    """Of the processor, all processes together."""
    parent_mb: int
    child_mb: int

    @property
    def said(self) -> str:
        return (self.errors or self.output).splitlines()[0].removeprefix("error: ")


def import_by_command(file: Path, to: Path) -> Import:
    arguments = ["book", "import", str(file), "--to", str(to)]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faq.importing.measured", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    said, _, cost = ended.stdout.rpartition("\0")
    return Import(ended.returncode, said, ended.stderr, **json.loads(cost))


def _peak_kb() -> int:
    """Not ru_maxrss: that has in it what started this process as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(x.split()[1]) for x in status.splitlines() if x.startswith("VmHWM:"))


def main() -> int:
    import main as command  # noqa: PLC0415 - only in the process that is measured

    code = command.main(sys.argv[1:])
    own, children = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    cost = {
        "seconds": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "parent_mb": _peak_kb() // 1024,
        "child_mb": children.ru_maxrss // 1024,
    }
    print("\0" + json.dumps(cost), end="")
    return code


if __name__ == "__main__":
    sys.exit(main())
