"""The hooks before a commit: what `make test` begins with, by make itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

CONFIG = Path(".pre-commit-config.yaml")
AFTER = {"parts"}
"""What `make test` also does before the tests: it looks for programs, not at the change."""


def test_the_hooks_are_the_checks_of_make_test() -> None:
    hooks = re.findall(r"^ +entry: make (\w+)$", CONFIG.read_text(encoding="utf-8"), re.MULTILINE)
    (first,) = re.findall(
        r"^test: (.+)$", Path("Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert hooks == [check for check in first.split() if check not in AFTER]


def test_pre_commit_takes_the_file() -> None:
    taken = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(CONFIG)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert taken.returncode == 0, taken.stdout + taken.stderr
