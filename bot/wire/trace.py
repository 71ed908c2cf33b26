"""Where an error happened, without what was said: an exception's words may quote a person."""

from __future__ import annotations

import traceback
from itertools import pairwise
from pathlib import Path
from types import CodeType

ROOT = f"{Path(__file__).parents[2]}/"
OURS = ("bot/", "faq/", "handlers/", "storage/", "main.py")
PLUMBING = "storage/prepared.py"  # runs others' statements: whose it is tells more
MOST = 5  # of our own frames; the innermost tell most

Frame = tuple[CodeType, int]


def trace(error: BaseException) -> str:
    """`DataError at psycopg/cursor.py:97 execute < storage/refs.py:42 put < …`: see below."""
    where = places(error)
    return f"{kind(error)} at {where}" if where else kind(error)


def kind(error: BaseException) -> str:
    """Its class, and the classes of what it was made of."""
    return " from ".join(dict.fromkeys(type(each).__name__ for each in _chain(error)))


def places(error: BaseException) -> str:
    """Our innermost frames, before them the one of a library's in which it was raised, and what
    was being dealt with when it came, if that was another matter. Innermost first."""
    chain = _chain(error)
    frames = _unfolded([frame for each in chain for frame in _frames(each) if _tells(frame)])
    ours = [frame for frame in frames if _ours(frame)][-MOST:]
    shown = ours if frames[-1:] == ours[-1:] else [*ours, frames[-1]]
    told = " < ".join(_told(frame) for frame in reversed(shown))
    other = chain[-1].__context__
    if other is None or other in chain:
        return told
    at = [frame for frame in _frames(other) if _ours(frame)][-1:]
    return f"{told}, after {type(other).__name__}" + "".join(f" at {_told(each)}" for each in at)


def _chain(error: BaseException) -> list[BaseException]:
    """The error, and those it was made of: by `raise … from`, or in the function that caught one.

    One that was merely being dealt with when this one came stands at another place.
    """
    chain = [error]
    while (inner := chain[-1].__cause__ or chain[-1].__context__) is not None:
        outer_frames, inner_frames = _frames(chain[-1]), _frames(inner)
        made_of = chain[-1].__cause__ is inner or (
            outer_frames and inner_frames and outer_frames[-1][0] is inner_frames[0][0]
        )
        if not made_of or inner in chain:
            break
        chain.append(inner)
    return chain


def _frames(error: BaseException) -> list[Frame]:
    """Outermost first, as they were called."""
    return [(frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__)]


def _unfolded(frames: list[Frame]) -> list[Frame]:
    """A function that caught an error and raised its own stands in both, and one with a loop
    inside an expression has a frame for that: told once."""
    return [
        frame
        for frame, inner in pairwise(frames)
        if frame[0] is not inner[0] and not frame[0].co_name.startswith("<")
    ] + frames[-1:]


def _tells(frame: Frame) -> bool:
    return frame[0].co_filename != f"{ROOT}{PLUMBING}"


def _ours(frame: Frame) -> bool:
    return _tells(frame) and frame[0].co_filename.removeprefix(ROOT).startswith(OURS)


def _told(frame: Frame) -> str:
    code, line = frame
    return f"{_short(code.co_filename)}:{line} {code.co_name}"


def _short(path: str) -> str:
    """From the project's folder, or from the library's."""
    if path.startswith(ROOT) and "/site-packages/" not in path:
        return path.removeprefix(ROOT)
    inside = path.partition("/site-packages/")[2]
    return inside or "/".join(path.split("/")[-2:])
