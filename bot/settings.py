"""Settings, read once from the environment and `.env`. See README's table."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from bot.rules.limits import Limits

TELEGRAM = "https://api.telegram.org"
TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
WORD = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Bot API, setWebhook: secret_token
ADDRESS = re.compile(r"(?:[A-Za-z0-9.-]+|\[?[0-9A-Fa-f:.]+\]?):(?P<port>[0-9]{1,5})")
MOST = 2**52  # Bot API: ids have at most 52 significant bits
Person = Annotated[int, Field(gt=0, lt=MOST)]
Group = Annotated[int, Field(gt=-MOST, lt=0)]


class SettingsError(Exception):
    """One line: the cause and the cure."""


class Settings(BaseModel):
    """Everything an operator may set, each under its name in capitals."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    bot_token: SecretStr | None = None
    bot_api_url: str = TELEGRAM
    database_url: SecretStr = SecretStr("sqlite:///data/bot.sqlite3")
    helpdesk_chat_id: Group | None = None
    report_chat_id: Group | Person | None = None
    admin_ids: tuple[Person, ...] = ()
    timezone: str = "Asia/Makassar"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    health_listen: str | None = "127.0.0.1:8081"
    heartbeat_url: str | None = None
    backup_dir: Path | None = Path("data/backup")
    backup_keep: Annotated[int, Field(gt=0, le=3650)] = 14
    manual_dir: Path = Path("faq/manual")
    holidays_file: Path = Path("bot/data/holidays.csv")
    offices_file: Path = Path("bot/data/offices.txt")
    turns_a_minute: Annotated[int, Field(gt=0, le=1_000_000)] = Limits.turns_a_minute
    open_tickets: Annotated[int, Field(gt=0, le=1000)] = Limits.open_tickets
    files_a_day: Annotated[int, Field(gt=0, le=1000)] = Limits.files_a_day
    log_level: str = Field(default="INFO", pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")

    @field_validator("bot_token")
    @classmethod
    def _whole(cls, value: SecretStr) -> SecretStr:
        if not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a whole token; copy it again from @BotFather")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _word(cls, value: SecretStr) -> SecretStr:
        if not WORD.fullmatch(value.get_secret_value()):
            raise ValueError("write 1 to 256 of the signs A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _commas(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("health_listen", "backup_dir", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("bot_api_url", "webhook_url", "heartbeat_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not _names_a_host(value):
            raise ValueError("must begin with http:// or https:// and name a host")
        return value

    @field_validator("bot_api_url")
    @classmethod
    def _bare(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("not a time zone; write it like Asia/Makassar") from error
        return value

    @field_validator("listen", "health_listen")
    @classmethod
    def _host_port(cls, value: str | None) -> str | None:
        written = ADDRESS.fullmatch(value) if value is not None else None
        if value is not None and (written is None or not 0 < int(written["port"]) <= 65535):
            raise ValueError("write it like 127.0.0.1:8080")
        return value

    @model_validator(mode="after")
    def _webhook_whole(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET (a long random word)")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def limits(self) -> Limits:
        return Limits(self.turns_a_minute, self.open_tickets, self.files_a_day)

    @property
    def listen_at(self) -> tuple[str, int]:
        return _host_and_port(self.listen)

    @property
    def health_at(self) -> tuple[str, int] | None:
        return None if self.health_listen is None else _host_and_port(self.health_listen)

    @property
    def daily_backups(self) -> Path | None:
        """Their folder. PostgreSQL's own administrator may have others: there only where asked."""
        server = not self.database_url.get_secret_value().startswith("sqlite")
        return None if server and "backup_dir" not in self.model_fields_set else self.backup_dir

    @property
    def token(self) -> str:
        return self.bot_token.get_secret_value() if self.bot_token else ""


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def _names_a_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    named = bool(parts.hostname) and port != 0 and not re.search(r"\s", url)
    return named and url.startswith(("http://", "https://"))


# What to write instead, where the library's own words name only the cause.
CURES = {
    "ADMIN_IDS": "write Telegram user ids with commas between, like 123456789,987654321",
    "HELPDESK_CHAT_ID": "write the group's number, like -1001234567890; /id in the group tells it",
    "REPORT_CHAT_ID": "write the chat's number, like -1001234567890; /id in the group tells it",
    "LOG_LEVEL": "write DEBUG, INFO, WARNING or ERROR",
    "BACKUP_KEEP": "write how many daily backups are kept, like 14",
    "TURNS_A_MINUTE": "write how often one person may write or press in a minute, like 60",
    "OPEN_TICKETS": "write how many open tickets one person may have, like 10",
    "FILES_A_DAY": "write how many files a reporter may send to one ticket a day, like 30",
}
DOTENV = Path(".env")
NAMES = tuple(name.upper() for name in Settings.model_fields)
EMPTY_IS_OFF = ("HEALTH_LISTEN", "BACKUP_DIR")
SECRETS = ("BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET")


def load(environ: Mapping[str, str] | None = None, env_file: Path | None = DOTENV) -> Settings:
    """The settings of this process: the environment, and `.env` for what is not in it.

    Raises SettingsError with one line for the operator.
    """
    environ = os.environ if environ is None else environ
    written = _read_dotenv(env_file)
    _refuse_unknown(environ, written)
    given = {name: value.strip() for name, value in {**written, **environ}.items()}
    values: dict[str, Any] = {
        name.lower(): given[name]
        for name in NAMES
        if given.get(name) or (name in EMPTY_IS_OFF and name in given)
    }
    values |= _from_secret_files(given)
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(_one_line(error)) from None


def _read_dotenv(env_file: Path | None) -> dict[str, str]:
    if env_file is None or not env_file.exists():
        return {}
    try:
        written = env_file.read_text(encoding="utf-8-sig")  # as Notepad saves it
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file}: cannot be read ({type(error).__name__})") from None
    for binding in parse_stream(StringIO(written)):
        if binding.error:
            raise SettingsError(f"{env_file}, line {binding.original.line}: write it NAME=value")
    values = dotenv_values(stream=StringIO(written))
    return {name: value or "" for name, value in values.items()}


def _refuse_unknown(environ: Mapping[str, str], written: Mapping[str, str]) -> None:
    """In `.env` every key is ours; elsewhere a `BOT_…` that we do not know is a typing mistake."""
    known = {*NAMES, *(f"{name}_FILE" for name in SECRETS)}
    for name in (*written, *(name for name in environ if name.startswith("BOT_"))):
        if name not in known:
            raise SettingsError(f"{name}: unknown setting; README lists the known ones")


def _from_secret_files(given: Mapping[str, str]) -> dict[str, Any]:
    """`NAME_FILE` names a file that holds the secret, which then need not be an open variable."""
    found: dict[str, Any] = {}
    for name in SECRETS:
        path = given.get(f"{name}_FILE")
        if path:
            try:
                found[name.lower()] = Path(path).read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                reason = getattr(error, "strerror", None) or type(error).__name__
                raise SettingsError(f"{name}_FILE: cannot read {path}: {reason}") from None
    return found


def _one_line(error: ValidationError) -> str:
    first = error.errors()[0]
    name = "_".join(str(part) for part in first["loc"][:1]).upper()
    reason = CURES.get(name) or str(first["msg"]).removeprefix("Value error, ")
    return f"{name}: {reason}" if name else reason
