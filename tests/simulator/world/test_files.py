from __future__ import annotations

from struct import pack

import pytest

from bot.simulator.text.refusal import ApiError
from bot.simulator.world.files import Files, Upload
from bot.simulator.world.image_size import size_of

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + pack(">II", 640, 480)
GIF = b"GIF89a" + pack("<HH", 640, 480)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + pack(">HH", 480, 640)


@pytest.mark.parametrize("content", [PNG, GIF, JPEG])
def test_the_size_of_a_picture(content: bytes) -> None:
    assert size_of(content) == (640, 480)
    assert Files().add("photo", Upload("x", content, "")).as_json()["photo"][0]["width"] == 640


@pytest.mark.parametrize("content", [b"", b"x", PNG[:20], JPEG[:8], b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_picture(content: bytes) -> None:
    assert size_of(content) is None


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("photo", "foto.png", "photos/file_1.jpg"),
        ("voice", "x", "voice/file_1.oga"),
        ("document", "Surat Tugas.docx", "documents/file_1.docx"),
        ("document", "tanpa akhiran", "documents/file_1"),
        ("document", "../../etc/x.a/b", "documents/file_1"),
    ],
)
def test_where_a_file_is_kept(kind: str, name: str, path: str) -> None:
    files = Files()
    file = files.add(kind, Upload(name, b"isi", ""))
    assert file.path == path
    assert files.at_path(path) == files.get(file.file_id) == file


def test_files_nobody_knows() -> None:
    files = Files()
    assert files.at_path("photos/file_1.jpg") is None
    with pytest.raises(ApiError, match="wrong file identifier"):
        files.get("AgAC")
    with pytest.raises(ApiError, match="failed to get HTTP URL content"):
        files.get("https://bkn.go.id/a.png")
