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
        ({"BOT_TOKEN_FILE": "/dev/null"}, "BOT_TOKEN: not a whole token; copy it again"),
        ({"BOT_TOKEN": "bot"}, "BOT_TOKEN: not a whole token; copy it again"),
        ({"BOT_TOKEN": '"123456:secret"'}, "BOT_TOKEN: not a whole token; copy it again"),
        ({"BOT_TOKEN": "١٢٣:secret"}, "BOT_TOKEN: not a whole token; copy it again"),
        ({"TIMEZONE": "Asia"}, "TIMEZONE: not a time zone"),
        ({"TIMEZONE": "Asia/" + "x" * 300}, "TIMEZONE: not a time zone"),
        ({"ADMIN_IDS": "-1001234567890"}, "ADMIN_IDS: write Telegram user ids"),
        ({"ADMIN_IDS": "0"}, "ADMIN_IDS: write Telegram user ids"),
        ({"ADMIN_IDS": "9" * 30}, "ADMIN_IDS: write Telegram user ids"),
        ({"ADMIN_IDS": "²"}, "ADMIN_IDS: write Telegram user ids"),
        ({"HELPDESK_CHAT_ID": "0"}, "HELPDESK_CHAT_ID: write the group's number"),
        ({"HELPDESK_CHAT_ID": "1001234567890"}, "HELPDESK_CHAT_ID: write the group's number"),
        ({"HELPDESK_CHAT_ID": "-" + "9" * 30}, "HELPDESK_CHAT_ID: write the group's number"),
        ({"REPORT_CHAT_ID": "0"}, "REPORT_CHAT_ID: write the chat's number"),
        ({"REPORT_CHAT_ID": "9" * 30}, "REPORT_CHAT_ID: write the chat's number"),
        ({"LISTEN": "127.0.0.1:²"}, "LISTEN: write it like"),
        ({"LISTEN": "127.0.0.1:٣"}, "LISTEN: write it like"),
        ({"LISTEN": "127.0.0.1:0"}, "LISTEN: write it like"),
        ({"LISTEN": "127.0.0.1:70000"}, "LISTEN: write it like"),
        ({"LISTEN": "127.0.0.1:" + "9" * 5000}, "LISTEN: write it like"),
        ({"LISTEN": "http://127.0.0.1:8080"}, "LISTEN: write it like"),
        ({"LISTEN": "*:8080"}, "LISTEN: write it like"),
        ({"BOT_API_URL": "https://"}, "BOT_API_URL: must begin with"),
        ({"BOT_API_URL": "http://a b"}, "BOT_API_URL: must begin with"),
        ({"BOT_API_URL": "http://[::1"}, "BOT_API_URL: must begin with"),
        ({"BOT_API_URL": "http://localhost:abc"}, "BOT_API_URL: must begin with"),
        ({"BOT_API_URL": "http://localhost:70000"}, "BOT_API_URL: must begin with"),
        ({"WEBHOOK_URL": "x.id", "WEBHOOK_SECRET": "a"}, "WEBHOOK_URL: must begin with"),
        ({"HEALTH_LISTEN": "8081"}, "HEALTH_LISTEN: write it like"),
        ({"HEARTBEAT_URL": "hc-ping.com/x"}, "HEARTBEAT_URL: must begin with"),
        ({"BACKUP_KEEP": "0"}, "BACKUP_KEEP: write how many"),
        ({"BACKUP_KEEP": "semua"}, "BACKUP_KEEP: write how many"),
        ({"TURNS_A_MINUTE": "0"}, "TURNS_A_MINUTE: write how often"),
        ({"OPEN_TICKETS": "banyak"}, "OPEN_TICKETS: write how many"),
        ({"FILES_A_DAY": "-1"}, "FILES_A_DAY: write how many"),
        ({"WEBHOOK_SECRET": "rahasia sekali"}, "WEBHOOK_SECRET: write 1 to 256"),
        ({"WEBHOOK_SECRET": "rahasiá"}, "WEBHOOK_SECRET: write 1 to 256"),
        ({"WEBHOOK_SECRET": "x" * 257}, "WEBHOOK_SECRET: write 1 to 256"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(environ: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(environ, None)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_blanks_around_a_value_are_not_meant() -> None:
    padded = {"BOT_TOKEN": " 123456:secret\t", "TIMEZONE": " Asia/Jakarta ", "LISTEN": " "}
    settings = load(padded, None)
    assert settings.token == "123456:secret"
    assert settings.timezone == "Asia/Jakarta"
    assert settings.listen == "127.0.0.1:8080"


def test_a_report_may_go_to_a_person_or_a_group() -> None:
    assert load({"REPORT_CHAT_ID": "12345"}, None).report_chat_id == 12345
    assert load({"REPORT_CHAT_ID": "-1001234567890"}, None).report_chat_id == -1001234567890


@pytest.mark.parametrize(
    ("listen", "at"),
    [
        ("localhost:80", ("localhost", 80)),
        ("[::1]:8080", ("::1", 8080)),
        ("::1:8080", ("::1", 8080)),
        ("0.0.0.0:65535", ("0.0.0.0", 65535)),
    ],
)
def test_where_to_listen(listen: str, at: tuple[str, int]) -> None:
    assert load({"LISTEN": listen}, None).listen_at == at


def test_a_dotenv_saved_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes("\ufeffADMIN_IDS=5\r\n".encode())
    assert load({}, file).admin_ids == (5,)


def test_a_line_of_dotenv_that_sets_nothing_is_an_error(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("# token\nBOT_TOKEN 123:abc\n")
    with pytest.raises(SettingsError, match="line 2: write it NAME=value"):
        load({}, dotenv)


def test_a_folder_in_the_place_of_dotenv_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load({}, tmp_path)


def test_an_unknown_key_in_dotenv_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("HELPDESK_CHAT=-5\n")
    with pytest.raises(SettingsError, match="HELPDESK_CHAT: unknown setting"):
        load({}, file)


def test_a_secret_is_never_shown() -> None:
    settings = load({"BOT_TOKEN": "123456:xyzzy", "WEBHOOK_SECRET": "hush"}, None)
    assert "xyzzy" not in repr(settings)
    assert "hush" not in repr(settings)


def test_what_may_be_switched_off_by_an_empty_value(tmp_path: Path) -> None:
    usual = load({}, None)
    assert usual.health_at == ("127.0.0.1", 8081)
    assert usual.daily_backups == Path("data/backup")
    assert usual.backup_keep == 14
    off = load({"HEALTH_LISTEN": " "}, dotenv(tmp_path, "BACKUP_DIR=\n"))
    assert off.health_at is None
    assert off.daily_backups is None


def test_a_server_is_backed_up_daily_only_where_asked() -> None:
    server = {"DATABASE_URL": "postgresql://bot@127.0.0.1/bot"}
    assert load(server, None).daily_backups is None
    assert load({**server, "BACKUP_DIR": "cadangan"}, None).daily_backups == Path("cadangan")


def dotenv(folder: Path, words: str) -> Path:
    file = folder / ".env"
    file.write_text(words)
    return file
