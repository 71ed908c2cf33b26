"""What looks at a strange picture: it becomes gray and of a size that Tesseract reads well, and
this process becomes Tesseract, within the same walls.

    python -m faq.pictures.child < PICTURE

prints Tesseract's table of words, or nothing where that is no picture that we read.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from typing import IO

from PIL import Image, ImageChops, ImageFilter, ImageOps

from faq.pictures.limits import FORMATS, LANGUAGE, MOST_PIXELS, WALLS

LONG_SIDE = 1_600
"""Pixels; what is smaller is enlarged, for letters of a screen are small."""
MOST_ENLARGED = 2.0
SOFT = 1.0
"""Pixels over which noise and the pixels of a photographed monitor are evened out."""
AROUND = 25
"""Pixels to each side by which a letter's surroundings are known."""
FAINT, STRONG = 24, 2.0
"""What differs by less from its surroundings is paper; the rest of the difference is enlarged."""


def main() -> None:
    WALLS.put_up()
    page = _prepared(sys.stdin.buffer)
    if page is None:
        return
    with tempfile.TemporaryFile() as sheet:
        page.save(sheet, "PPM")
        sheet.seek(0)
        os.dup2(sheet.fileno(), 0)
    program = shutil.which("tesseract")
    if program is not None:
        words = ("stdin", "stdout", "-l", LANGUAGE, "--psm", "11", "tsv")
        os.execve(program, ["tesseract", *words], os.environ | {"OMP_THREAD_LIMIT": "1"})


def _prepared(file: IO[bytes]) -> Image.Image | None:
    """None where it is none, or larger than anybody's screen."""
    try:
        with Image.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            picture.draft("L", (LONG_SIDE, LONG_SIDE))  # a large JPEG is not even decoded whole
            turned = ImageOps.exif_transpose(picture)
            return _readable(turned)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _readable(picture: Image.Image) -> Image.Image:
    """Whatever stands out from its surroundings as ink on white paper: light letters on a dark
    screen too, or on a coloured button, but no shadow and no moiré, in which Tesseract would look
    for letters for a minute."""
    gray = picture.convert("L")
    scale = min(MOST_ENLARGED, LONG_SIDE / max(gray.size))
    size = (max(1, round(gray.width * scale)), max(1, round(gray.height * scale)))
    soft = gray.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(SOFT))
    outstanding = ImageChops.difference(soft, soft.filter(ImageFilter.BoxBlur(AROUND)))
    return outstanding.point([255 - _ink(difference) for difference in range(256)])


def _ink(difference: int) -> int:
    return max(0, min(255, round((difference - FAINT) * STRONG)))


if __name__ == "__main__":
    main()
