"""Why a whole file is no list that can be read; one line, cause and cure."""

from __future__ import annotations


class CannotRead(Exception):
    """One line for the operator."""
