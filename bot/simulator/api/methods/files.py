"""Files the bot sends, uploaded in the call or known by their id, and those it downloads."""

from __future__ import annotations

from bot.simulator.api.params import Params
from bot.simulator.text.refusal import bad_request, too_large
from bot.simulator.world.files import File, Upload
from bot.simulator.world.image_size import size_of
from bot.simulator.world.model import Json
from bot.simulator.world.state import State

PHOTO_LIMIT = 10 * 1024 * 1024
PHOTO_SIDES, PHOTO_RATIO = 10_000, 20
UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


def get_file(state: State, params: Params) -> Json:
    number = params.text("file_id")
    if not number:
        raise bad_request("file_id not specified")
    file = state.files.get(number, "invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return file.reference() | {"file_path": file.path}


def file_of(state: State, params: Params, kind: str, given: str) -> File:
    """The file a method names: an upload in the same call, or one known by its id."""
    attached = given.removeprefix("attach://") if given.startswith("attach://") else kind
    upload = params.uploads.get(attached)
    if upload is not None:
        return _uploaded(state, kind, upload)
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    known = state.files.get(given)
    if known.kind != kind:
        raise bad_request(
            f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}"
        )
    return known


def _uploaded(state: State, kind: str, upload: Upload) -> File:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_LIMIT:
        raise too_large()
    if kind == "photo":
        _check_photo(upload.content)
    return state.files.add(kind, upload)


def _check_photo(content: bytes) -> None:
    if len(content) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_LIMIT} bytes"
        )
    size = size_of(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    short, long = sorted(size)
    if not short or short + long > PHOTO_SIDES or long > PHOTO_RATIO * short:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
