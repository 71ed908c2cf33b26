"""A real manual, PDF or DOCX, as drafts for the book."""

from faq.importing.manual import ImportReport, import_manual
from faq.importing.refuse import CannotImport

__all__ = ["CannotImport", "ImportReport", "import_manual"]
