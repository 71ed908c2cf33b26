"""What stands on the wall of the room: the session, its code in large letters, and the same as a
QR that opens the bot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.papers.sheet import BLUE, HEIGHT, INK, LEFT, MUTED, WIDTH, Sheet, as_png
from bot.words import clinic_papers as words

SIDE = 0.62  # of the sheet's height
TOP = 0.74
BLACK = "#000000"
BORDER = 2  # modules of quiet around it, beside the paper's own white


@dataclass(frozen=True)
class AttendanceCode:
    topic: str
    when: str
    code: str
    link: str


def attendance_code_png(shown: AttendanceCode) -> bytes:
    return as_png(lambda sheet: _draw(sheet, shown))


def _draw(sheet: Sheet, shown: AttendanceCode) -> None:
    import segno  # noqa: PLC0415 - only when it is drawn

    sheet.text(LEFT, 0.91, words.CODE_TITLE, 34, bold=True)
    sheet.text(LEFT, 0.85, shown.topic, 26)
    sheet.text(LEFT, 0.80, shown.when, 22, color=MUTED)
    made = segno.make(shown.link, error="m", micro=False)
    _squares(sheet, [list(row) for row in made.matrix_iter(border=BORDER)])
    right = LEFT + SIDE * HEIGHT / WIDTH + 0.03
    sheet.text(right, 0.62, words.CODE_SCAN, 24, room=0.95 - right)
    sheet.text(right, 0.54, words.CODE_OR_TYPE, 24, room=0.95 - right)
    sheet.text(right, 0.40, shown.code, 66, color=BLUE, bold=True, room=0.95 - right)
    sheet.text(LEFT, 0.05, words.CODE_FOOT, 17, color=INK)


def _squares(sheet: Sheet, rows: Sequence[Sequence[int]]) -> None:
    """Each of whole pixels, so that no edge is grey."""
    side = SIDE * HEIGHT // len(rows)
    for down, row in enumerate(rows, 1):
        for across, dark in enumerate(row):
            if dark:
                x, y = LEFT + across * side / WIDTH, TOP - down * side / HEIGHT
                sheet.box(x, y, side / WIDTH, side / HEIGHT, BLACK)
