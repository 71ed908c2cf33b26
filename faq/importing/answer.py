"""What a child may answer: drafts, or why there are none. Nothing else is believed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from faq.importing import refuse
from faq.importing.limits import MOST_ANSWER, MOST_CHAPTERS, MOST_ENTRIES
from faq.importing.refuse import CannotImport
from faq.importing.write import DRAFT_NAME

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Name = Annotated[str, StringConstraints(pattern=DRAFT_NAME)]
Line = Annotated[str, StringConstraints(pattern=r"^[^\r\n]+$", max_length=1_000)]


class Drafted(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    pages: Count
    chapters: Annotated[int, Field(ge=0, le=MOST_CHAPTERS)]
    entries: Annotated[int, Field(ge=0, le=MOST_ENTRIES)]
    scans: list[Count]
    texts: Annotated[dict[Name, str], Field(max_length=MOST_CHAPTERS)]


class Refused(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    refused: Line


def understood(answer: bytes, name: str) -> Drafted:
    """Raises CannotImport: the child's own reason, or that its answer is none."""
    if len(answer) > MOST_ANSWER:
        raise refuse.too_long(name)
    with_reason = answer.startswith(b'{"refused"')
    try:
        if not with_reason:
            return Drafted.model_validate_json(answer)
        reason = Refused.model_validate_json(answer).refused
    except ValidationError as error:
        raise refuse.cut_off(name) from error
    raise CannotImport(reason)
