"""What we use of python-telegram-bot though it is private: still there, and used in one file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.request import BaseRequest, RequestData

from bot.wire import ptb_private
from bot.wire.ptb_private import Upload

ROOT = Path(__file__).parents[2]
PTB = ROOT / "bot" / "wire" / "ptb_private.py"
HINT = "python-telegram-bot has changed something private: see bot/wire/ptb_private.py"
ATTRIBUTES = {"_retry_after", "_request", "_parameters", "_request_wrapper"}


def test_parameters_go_as_they_are() -> None:
    data = ptb_private.request_data({"chat_id": 7, "text": "ya", "media": [{"a": True}]}, [])
    assert data.json_parameters == {"chat_id": "7", "text": "ya", "media": '[{"a": true}]'}, HINT
    assert not data.contains_files, HINT


def test_an_upload_stands_under_its_name() -> None:
    upload = Upload("photo", "a.png", b"\x89PNG")
    data = ptb_private.request_data({"chat_id": 7}, [upload])
    assert data.contains_files, HINT
    assert data.multipart_data == {"photo": ("a.png", b"\x89PNG", "image/png")}, HINT
    assert data.json_parameters == {"chat_id": "7"}, HINT


class Answering(BaseRequest):
    """Gives one answer to whatever is asked."""

    def __init__(self, status: int, body: bytes) -> None:
        self._answer = status, body

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        return self._answer


async def posted(status: int, body: bytes) -> object:
    return await ptb_private.post(Answering(status, body), "http://x/getMe", {}, [], timeout=1)


async def test_post_gives_the_raw_result_and_raises_refusals() -> None:
    assert await posted(200, b'{"ok":true,"result":[1]}') == [1], HINT
    with pytest.raises(BadRequest, match="Chat not found"):
        await posted(400, b'{"ok":false,"description":"Bad Request: chat not found"}')


@pytest.mark.parametrize("body", [b"{}", b"[]", b"7"])
async def test_json_that_is_no_answer_is_the_networks_fault(body: bytes) -> None:
    with pytest.raises(NetworkError):
        await posted(200, body)


def test_the_seconds_of_a_429() -> None:
    assert ptb_private.retry_after(RetryAfter(7)) == 7.0, HINT


def sources() -> Iterator[Path]:
    for room in ("bot", "faq", "handlers", "storage", "tests"):
        yield from (ROOT / room).rglob("*.py")
    yield ROOT / "main.py"


def private_uses(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "telegram":
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (name for name in names if name.startswith("_"))
        elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            owner = node.value
            if not (isinstance(owner, ast.Name) and owner.id == "self"):
                yield node.attr


def test_nobody_else_touches_what_is_private() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources()
        if path != PTB
        for name in private_uses(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()
    assert set(private_uses(ast.parse(PTB.read_text(encoding="utf-8")))) == {
        "_requestparameter",
        "_retry_after",
    }
