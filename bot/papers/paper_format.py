"""What a paper can be: to be printed, written in, or reckoned with."""

from __future__ import annotations

from enum import StrEnum


class PaperFormat(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
