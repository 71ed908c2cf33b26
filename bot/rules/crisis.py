"""Whom somebody may call whose life may be in danger. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HelpLine:
    name: str
    number: str
