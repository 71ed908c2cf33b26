"""What python-telegram-bot keeps to itself and we use all the same, in this one file.

Any release of it may change these; tests/wire/test_ptb_private.py then says which.

- `RequestParameter` and the making of a `RequestData`: the outbox holds the Bot API's own
  parameters, for a row outlives a process. The methods of `Bot` would want PTB's objects in
  them, and its public `do_api_request` warns at every method that `Bot` has by name.
- `BaseRequest.post`, "not to be called manually": it makes an exception of each refusal, and
  gives the raw result. The methods of `Bot` would make objects of that, which we do not need and
  which stumble over one malformed update among good ones.
- `RetryAfter._retry_after`: the public `retry_after` is a number or a timedelta, by an
  environment variable, and warns where it is a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from telegram import InputFile
from telegram.error import NetworkError, RetryAfter
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter


class Upload(NamedTuple):
    """A file to go along under a name: a parameter's, or that of an "attach://name" in one."""

    name: str
    file_name: str
    content: bytes


async def post(
    request: BaseRequest,
    url: str,
    params: Mapping[str, object],
    uploads: Sequence[Upload],
    *,
    timeout: float,
) -> Any:
    """The raw result of one call; raises `telegram.error` classes and nothing else."""
    data = request_data(params, uploads)
    try:
        result = await request.post(url, data, read_timeout=timeout)
    except (KeyError, TypeError):
        result = None
    if result is None:  # the Bot API has none without a result
        raise NetworkError("no answer of the Bot API")
    return result


def request_data(params: Mapping[str, object], uploads: Sequence[Upload]) -> RequestData:
    """The parameters go as they are: text as text, all else as JSON."""
    parts = [
        # As text, else PTB would write each value as JSON twice over.
        RequestParameter(name, value if isinstance(value, str) else json.dumps(value), None)
        for name, value in params.items()
    ]
    parts += [
        RequestParameter(each.name, None, [InputFile(each.content, each.file_name)])
        for each in uploads
    ]
    return RequestData(parts)


def retry_after(error: RetryAfter) -> float:
    """Seconds."""
    return float(error._retry_after.total_seconds())
