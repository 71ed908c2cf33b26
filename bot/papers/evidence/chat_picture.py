"""A ticket's talk as it looks in a chat: what the reporter wrote at the left, the desk at the
right."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.papers.evidence.pack import Sample, Side
from bot.papers.office_fonts import without_pictures
from bot.papers.pen import RIGHT, Pen, width_of, wrapped
from bot.papers.sheet import INK, MUTED
from bot.words import dates
from bot.words import papers as words

WALL, LEFT_BUBBLE, RIGHT_BUBBLE = "#E7EEF1", "#FFFFFF", "#DDF3D8"
NAME = {Side.REPORTER: "#0B5A8A", Side.OFFICER: "#1B6E3A"}
SIZE, LEADING, SMALL = 9.0, 12.0, 7.0
EDGE, PAD, GAP = 10.0, 7.0, 7.0
MOST_LINES = 9  # of one message
MOST_IN_ALL = 30  # of many, so that a page has room for the picture
LETTERS = 200  # more than a line has room for; what is behind the last one is not measured
SHARE = 0.74  # of the width, at most, for one bubble


@dataclass(frozen=True)
class _Bubble:
    side: Side
    name: str
    at: str
    lines: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        return PAD * 2 + LEADING * (len(self.lines) + 1)


@dataclass(frozen=True)
class ChatPicture:
    width: float
    head: str
    bubbles: tuple[_Bubble, ...]

    @property
    def height(self) -> float:
        return EDGE * 2 + LEADING + sum(bubble.height + GAP for bubble in self.bubbles)

    def draw(self, pen: Pen) -> None:
        pen.box(0, 0, self.width, self.height, WALL, round_=6)
        y = self.height - EDGE - SIZE
        pen.text(EDGE, y, self.head, SMALL + 1, MUTED)
        y -= LEADING - SIZE + GAP
        for bubble in self.bubbles:
            y -= bubble.height
            self._bubble(pen, bubble, y)
            y -= GAP

    def _bubble(self, pen: Pen, bubble: _Bubble, y: float) -> None:
        ours = bubble.side is Side.OFFICER
        x = self.width - EDGE - bubble.width if ours else EDGE
        paper = RIGHT_BUBBLE if ours else LEFT_BUBBLE
        pen.box(x, y, bubble.width, bubble.height, paper, round_=6)
        line = y + bubble.height - PAD - SIZE + 1
        pen.text(x + PAD, line, bubble.name, SIZE, NAME[bubble.side], bold=True)
        end = x + bubble.width - PAD
        pen.text(end, line, bubble.at, SMALL, MUTED, at=RIGHT)
        for said in bubble.lines:
            line -= LEADING
            pen.text(x + PAD, line, said, SIZE, INK)


def picture(sample: Sample, zone: ZoneInfo, *, width: float) -> ChatPicture:
    room = width * SHARE - PAD * 2
    most = min(MOST_LINES, max(1, MOST_IN_ALL // max(1, len(sample.said))))
    bubbles = []
    for said in sample.said:
        lines = wrapped(without_pictures(said.text)[: most * LETTERS], SIZE, room)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}…"]
        name = words.OFFICER if said.side is Side.OFFICER else words.REPORTER
        at = dates.short(said.at, zone)
        least = width_of(name, SIZE, bold=True) + width_of(at, SMALL) + 14
        widest = max(least, *(width_of(line, SIZE) for line in lines))
        bubbles.append(_Bubble(said.side, name, at, tuple(lines), widest + PAD * 2))
    return ChatPicture(width, words.ticket(sample.number), tuple(bubbles))


def caption(number: int, sample: Sample, zone: ZoneInfo) -> str:
    received, done = dates.short(sample.received_at, zone), dates.short(sample.done_at, zone)
    return words.sample(number, sample.number, received, done)
