"""The hooks before a commit: what `make test` does beside the tests, by make itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

CONFIG = Path(".pre-commit-config.yaml")
TESTS = {
    "processes",
    "starts",
    "talks",
    "databases",
    "faq",
    "storage",
    "handling",
    "papers",
    "others",
}


def test_the_hooks_are_the_checks_of_make_test() -> None:
    hooks = re.findall(r"^ +entry: make (\w+)$", CONFIG.read_text(encoding="utf-8"), re.MULTILINE)
    makefile = Path("Makefile").read_text(encoding="utf-8")
    (side_by_side,) = re.findall(
        r"^test:.*\n\t.* --output-sync=target (.+)$", makefile, re.MULTILINE
    )
    assert hooks == [each for each in side_by_side.split() if each not in TESTS]


def test_pre_commit_takes_the_file() -> None:
    taken = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(CONFIG)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert taken.returncode == 0, taken.stdout + taken.stderr
