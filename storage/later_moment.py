"""A stored moment some days later, to compare others with, on both databases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Integer, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlalchemy.sql.functions import FunctionElement


class DaysAfter(FunctionElement[datetime]):
    """Of a moment and a number of days."""

    type = DateTime(timezone=True)
    inherit_cache = True


def days_after(moment: SQLCoreOperations[datetime], days: int) -> DaysAfter:
    return DaysAfter(moment, literal(days, Integer))


@compiles(DaysAfter)
def _interval(element: Any, compiler: Any, **more: Any) -> str:
    moment, days = (compiler.process(each, **more) for each in element.clauses)
    return f"({moment} + {days} * interval '1 day')"


@compiles(DaysAfter, "sqlite")
def _as_text(element: Any, compiler: Any, **more: Any) -> str:
    """As SQLAlchemy writes moments, to the millisecond."""
    moment, days = (compiler.process(each, **more) for each in element.clauses)
    return f"strftime('%Y-%m-%d %H:%M:%f', {moment}, '+' || {days} || ' days')"
