"""The book made ready to be handed out: a PDF and one static page."""

from faq.printing.build import CannotBuild, build

__all__ = ["CannotBuild", "build"]
