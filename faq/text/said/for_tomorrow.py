"""An officer's answer that is to go out in the morning: how it is marked."""

from __future__ import annotations

import re
from functools import partial

from faq.text import vocabulary

_one_of = partial(vocabulary.one_of, file="desk.txt")
# At the very end, with the mark of a note, which nobody writes there by accident.
_MARK = re.compile(
    rf"(?<!:)//\s*{_one_of('tomorrow')}(?:\s+{_one_of('in the morning')})?\s*[.!]?\s*$",
    re.IGNORECASE,
)


def for_tomorrow(text: str) -> str | None:
    """The answer itself; None where it is to go out now."""
    found = _MARK.search(text)
    return None if found is None else text[: found.start()].rstrip()
