"""The tables are imported a module at a time; nobody may notice."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from storage import tables

ROOT = Path(__file__).parents[2]
HEADS_PAGE = "import handlers.operator.verbs.report"


def modules_after(imported: str) -> set[str]:
    code = f"import sys; {imported}; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(ran.stdout.split())


def declared() -> set[str]:
    files = (ROOT / "storage" / "tables").glob("[a-z]*.py")
    return {f"storage.tables.{file.stem}" for file in files}


def test_every_name_is_found_and_of_the_module_that_is_said_to_have_it() -> None:
    for name in tables.__all__:
        assert getattr(tables, name) is not None
    for module, names in tables._MODULES.items():
        assert all(hasattr(import_module(f"storage.tables.{module}"), name) for name in names)
    named = {name for names in tables._MODULES.values() for name in names}
    assert named | {"Table"} == set(tables.__all__)
    with pytest.raises(AttributeError):
        _ = tables.Nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "imported", ["from storage.tables import Table", "import storage.unit"], ids=["Table", "Unit"]
)
def test_what_needs_all_of_them_has_them(imported: str) -> None:
    """A backup names each table, and rows are written in the order of who refers to whom."""
    assert declared() <= modules_after(imported)


def test_a_heads_page_imports_few() -> None:
    found = modules_after(HEADS_PAGE)
    unneeded = {"clinic", "survey", "roster", "announcements", "incidents", "delivery"}
    assert not found & {f"storage.tables.{name}" for name in unneeded}
    assert not found & {"storage.unit", "storage.queue", "rapidfuzz"}
