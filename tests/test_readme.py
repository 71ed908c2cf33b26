"""What README and the guides beside it promise exists, and what exists is in README."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import NAMES, SECRETS
from handlers.operator.command_line import FORMS
from main import main

FOLDERS = "bot|docs|faq|handlers|storage|tests"
README = Path("README.md").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_table() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    assert sorted(listed) == sorted(NAMES)


def test_every_secret_may_come_from_a_file() -> None:
    assert all(f"`{name}_FILE`" in README for name in SECRETS)


def test_every_file_it_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if not Path(link).exists()] == []


def test_every_verb_of_the_program_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    verbs = re.findall(r"^    (\w+) ", said, re.MULTILINE)
    assert len(verbs) >= 7
    assert [verb for verb in verbs if f"`{verb}" not in README and f" {verb}" not in README] == []


def test_every_report_of_the_program_is_named() -> None:
    [named] = re.findall(r"`report ((?:[\w-]+\|)+[\w-]+) ", README)
    apart = {name for name in FORMS if f"`report {name}" in README}
    assert {*named.split("|"), *apart} == {*FORMS}


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_every_path_that_a_guide_names_exists(guide: str) -> None:
    text = Path(guide).read_text(encoding="utf-8")
    named = re.findall(rf"`((?:{FOLDERS})/[\w./-]*)`", text)
    assert named
    assert [path for path in named if "NNNN" not in path and not Path(path).exists()] == []


def test_what_the_recipes_name_of_a_file_stands_in_it() -> None:
    text = " ".join(Path("CONTRIBUTING.md").read_text(encoding="utf-8").split())
    named = re.findall(rf"`(\w+)` (?:of|in) `((?:{FOLDERS})/[\w/-]+\.(?:py|txt))`", text)
    assert named
    missing = [
        f"{name} in {file}"
        for name, file in named
        if not re.search(rf"\b{name}\b", Path(file).read_text(encoding="utf-8"))
    ]
    assert missing == []


def test_the_map_of_the_tree_names_every_room() -> None:
    (drawn,) = re.findall(r"^```\n(main\.py .*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = dict(re.findall(r"^(\w+)/ +(.*(?:\n +.*)*)", drawn, re.MULTILINE))
    tops = {file.parent.parent.name for file in Path().glob("*/*/__init__.py")}
    assert tops == set(lines) - {"deploy", "docs"}
    rooms = [file.parent for top in tops for file in Path(top).glob("*/__init__.py")]
    assert [
        room for room in rooms if not re.search(rf"\b{room.name}\b", lines[room.parts[0]])
    ] == []


def test_every_trouble_names_a_test_that_exists() -> None:
    troubles = Path("docs/gangguan.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", troubles)
    rows = [line for line in troubles.splitlines() if line.startswith("| ")]
    headings = 2 * sum(line.startswith("| Gangguan") for line in rows)
    assert len(named) == len(rows) - headings
    for file, test in named:
        assert f"def {test}(" in Path(file).read_text(encoding="utf-8"), test


def proxy_lines(program: str) -> str:
    found = re.search(rf"{program}.*?\n```\n(.*?)\n```", README, re.DOTALL)
    assert found
    return found[1]


def accepted(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed; apt has it")
    ended = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_lines_for_nginx_are_taken_by_it(tmp_path: Path) -> None:
    server = f"server {{ listen 127.0.0.1:8099; {proxy_lines('nginx')} }}"
    whole = (
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {server} }}"
    )
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    accepted("nginx", "-t", "-c", str(tmp_path / "nginx.conf"))


def test_the_lines_for_caddy_are_taken_by_it(tmp_path: Path) -> None:
    (tmp_path / "Caddyfile").write_text(proxy_lines("Caddy"), encoding="utf-8")
    accepted(
        "caddy", "validate", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")
    )
