"""What was uploaded, and the identifiers under which it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.simulator.text.refusal import bad_request
from bot.simulator.world.image_size import size_of
from bot.simulator.world.model import Json

_PREFIX = {
    "photo": "AgACAgUAAx",
    "sticker": "CAACAgUAAx",
    "voice": "AwACAgUAAx",
    "video_note": "DQACAgUAAx",
    "animation": "CgACAgUAAx",
}
_FOLDER = {
    "photo": "photos",
    "sticker": "stickers",
    "voice": "voice",
    "video_note": "video_notes",
    "video": "videos",
    "animation": "animations",
}
_ENDING = {
    "photo": ".jpg",
    "sticker": ".webp",
    "voice": ".oga",
    "video": ".mp4",
    "video_note": ".mp4",
    "animation": ".mp4",
}


class Upload(NamedTuple):
    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class File:
    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0

    def reference(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def as_json(self) -> Json:
        """The piece of a message that carries this file."""
        if self.kind == "photo":
            sized = {"width": self.width, "height": self.height}
            return {"photo": [self.reference() | sized]}
        about = self.reference()
        if self.kind == "document":
            about |= {"file_name": self.name, "mime_type": self.mime}
        elif self.kind == "sticker":
            about |= {"type": "regular", "width": 512, "height": 512, "emoji": "👍"}
            about |= {"is_animated": False, "is_video": False}
        elif self.kind in {"video", "animation"}:
            about |= {"width": 640, "height": 360, "duration": 3, "mime_type": self.mime}
        elif self.kind == "video_note":
            about |= {"length": 240, "duration": 3}
        else:
            about |= {"duration": 3, "mime_type": self.mime}
        return {self.kind: about}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def add(self, kind: str, upload: Upload) -> File:
        number = len(self._by_id) + 1
        width, height = size_of(upload.content) or (800, 600)
        path = f"{_FOLDER.get(kind, 'documents')}/file_{number}{_ending(kind, upload.name)}"
        file = File(
            file_id=f"{_PREFIX.get(kind, 'BQACAgUAAx')}kBAAI{number:08d}AAE",
            unique_id=f"AQAD{number:08d}",
            kind=kind,
            name=upload.name,
            mime=upload.mime or "application/octet-stream",
            content=upload.content,
            path=path,
            width=width,
            height=height,
        )
        self._by_id[file.file_id] = self._by_path[path] = file
        return file

    def get(
        self, file_id: str, otherwise: str = "wrong file identifier/HTTP URL specified"
    ) -> File:
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        try:
            return self._by_id[file_id]
        except KeyError:
            raise bad_request(otherwise) from None

    def at_path(self, path: str) -> File | None:
        return self._by_path.get(path)


def _ending(kind: str, name: str) -> str:
    if kind in _ENDING:
        return _ENDING[kind]
    stem, dot, ending = name.rpartition(".")
    return f".{ending}" if stem and dot and ending.isalnum() and len(ending) <= 8 else ""
