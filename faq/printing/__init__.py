"""The book made ready to be handed out: a PDF and one static page."""

from faq.printing.build import CannotBuild, build
from faq.printing.page import html_page
from faq.printing.paper import pdf

__all__ = ["CannotBuild", "build", "html_page", "pdf"]
