"""Settings: the environment first, then `.env`; a mistake is one line that names the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load


def test_nothing_set_is_the_simulator() -> None:
    settings = load({}, None)
    assert settings.bot_token is None
    assert settings.timezone == "Asia/Makassar"
    assert settings.database_url.get_secret_value() == "sqlite:///data/bot.sqlite3"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("ADMIN_IDS=1, 2\nHELPDESK_CHAT_ID=-5\nLOG_LEVEL=\n")
    settings = load({"HELPDESK_CHAT_ID": "-7", "PATH": "/bin"}, file)
    assert settings.admin_ids == (1, 2)
    assert settings.helpdesk_chat_id == -7
    assert settings.log_level == "INFO"


def test_a_secret_may_come_from_a_file_named_in_dotenv(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("123456:secret\n")
    file = tmp_path / ".env"
    file.write_text(f"BOT_TOKEN_FILE={tmp_path / 'token'}\n")
    assert load({}, file).token == "123456:secret"


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"BOT_TOKENS": "1"}, "BOT_TOKENS: unknown setting"),
        ({"TIMEZONE": "WITA"}, "TIMEZONE: not a time zone"),
        ({"ADMIN_IDS": "budi"}, "ADMIN_IDS: "),
        ({"HELPDESK_CHAT_ID": "grup"}, "HELPDESK_CHAT_ID: "),
        ({"LISTEN": "8080"}, "LISTEN: write it like"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL: "),
        ({"BOT_API_URL": "api.telegram.org"}, "BOT_API_URL: must begin with"),
        ({"WEBHOOK_URL": "https://x.id/"}, "WEBHOOK_URL needs WEBHOOK_SECRET"),
        ({"BOT_TOKEN_FILE": "/nowhere/token"}, "BOT_TOKEN_FILE: cannot read"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(environ: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(environ, None)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_key_in_dotenv_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("HELPDESK_CHAT=-5\n")
    with pytest.raises(SettingsError, match="HELPDESK_CHAT: unknown setting"):
        load({}, file)


def test_a_secret_is_never_shown() -> None:
    settings = load({"BOT_TOKEN": "123456:xyzzy", "WEBHOOK_SECRET": "hush"}, None)
    assert "xyzzy" not in repr(settings)
    assert "hush" not in repr(settings)
