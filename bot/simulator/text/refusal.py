"""How the Bot API says no, and how a network says nothing."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refusal in Telegram's own words."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            said["parameters"] = self.parameters
        return said


class NoAnswerError(Exception):
    """The connection broke, or nothing came in time; the method may be done all the same."""


class GarbledError(Exception):
    """Something came that is no Bot API answer, like a proxy's HTML page."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"status {status}, {len(body)} bytes")
        self.status = status
        self.body = body


class ImpossibleError(ValueError):
    """A person tried what no Telegram client would let them do.

    The page shows the words to its user, so they are Indonesian, but for orders no page gives.
    """


def bad_request(why: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {why}", **parameters)


def forbidden(why: str) -> ApiError:
    return ApiError(403, f"Forbidden: {why}")


def conflict(why: str) -> ApiError:
    return ApiError(409, f"Conflict: {why}")


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
