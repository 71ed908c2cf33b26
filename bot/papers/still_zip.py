"""A ZIP, as Word's files are, that is the same whenever it is packed."""

from __future__ import annotations

import zipfile
from io import BytesIO

EARLIEST = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def still(packed: bytes) -> bytes:
    """The same members in the same order, without the time at which they were packed."""
    held = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed)) as given,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = UNIX
            member.external_attr = 0o600 << 16
            made.writestr(member, given.read(name))
    return held.getvalue()
