"""What the tests need and apt brings: looked for once, before runs side by side would both try.

python -m tests.support.parts
"""

from __future__ import annotations

import os
import sys

from tests.browser import chromium
from tests.support import office, postgres, tesseract

MISSING = (
    chromium.NoChromium,
    office.NoOffice,
    postgres.NoPostgres,
    tesseract.NoTesseract,
)


def main() -> None:
    try:
        chromium.found_or_installed()
        tesseract.found_or_installed()
        office.found_or_installed()
        if not os.environ.get("TEST_DATABASE_URL"):
            postgres.found_or_installed()
    except MISSING as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
