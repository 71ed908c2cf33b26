from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def of_ptbs_next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else PTB's own making of a 429 warns of its next version."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
