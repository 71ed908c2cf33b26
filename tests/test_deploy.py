"""What an operator copies out of `deploy` and `docs/pemasangan.md`, as far as it can be tried."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handlers.operator import command_line

UNIT = Path("deploy/helpdesk.service")
PAGE = Path("docs/pemasangan.md").read_text(encoding="utf-8")
HOME = "/srv/helpdesk"

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze here"
)


def analyse(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False
    )


@needs_systemd
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / UNIT.name).write_text(UNIT.read_text().replace(HOME, str(tmp_path)))
    found = analyse("verify", str(tmp_path / UNIT.name))
    assert UNIT.name not in found.stderr, found.stderr
    assert found.returncode == 0, found.stderr


@needs_systemd
def test_systemd_finds_it_hardened() -> None:
    found = analyse("security", "--offline=true", "--threshold=20", str(UNIT))
    assert found.returncode == 0, found.stdout[-300:] + found.stderr


def test_the_page_starts_what_the_unit_starts() -> None:
    said = UNIT.read_text()
    assert f"ExecStart={HOME}/.venv/bin/python main.py run" in said
    assert "WantedBy=multi-user.target" in said
    assert f"cd {HOME}" in PAGE
    assert f"sudo cp {UNIT} /etc/systemd/system/" in PAGE


def test_every_verb_on_the_page_is_one() -> None:
    used = re.findall(r"python main\.py ([^`\n]+)", PAGE)
    assert len(used) >= 8
    for words in used:
        command_line.read(words.split(), None)


def test_every_target_of_make_on_the_page_is_one() -> None:
    targets = set(re.findall(r"^(\w+):", Path("Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"make (\w+)$", PAGE, re.MULTILINE)) <= targets


def test_every_file_the_page_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)[)#]", PAGE)
    assert links
    assert [link for link in links if not (Path("docs") / link).exists()] == []
