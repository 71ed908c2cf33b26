"""The bot's own profile: its name, its descriptions, and its command menus by scope."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.simulator.api.methods.arguments import chat_of
from bot.simulator.api.params import Params
from bot.simulator.text.refusal import ApiError, bad_request
from bot.simulator.world.model import Json
from bot.simulator.world.state import State

Scope = tuple[str, int, int, str]
MAX_COMMANDS = 100
_WIDE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_NARROW = ("chat", "chat_administrators", "chat_member")


def get_me(state: State, params: Params) -> Json:
    return state.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not state.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(state: State, params: Params) -> bool:
    given = params.parsed("commands", "commands") or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.commands[_scope(state, params)] = [_command(item) for item in given]
    state.journal.note("commands")
    return True


def get_my_commands(state: State, params: Params) -> list[Json]:
    return state.commands.get(_scope(state, params), [])


def delete_my_commands(state: State, params: Params) -> bool:
    state.commands.pop(_scope(state, params), None)
    state.journal.note("commands")
    return True


def _scope(state: State, params: Params) -> Scope:
    given = _given(params, "scope", "BotCommandScope", "BotCommandScope")
    inside, kind = Params(given), given.get("type")
    if kind is None:
        raise _wrong_scope('Can\'t find field "type"')
    if kind not in _WIDE and kind not in _NARROW:
        raise _wrong_scope("Unsupported type specified")
    chat = user = 0
    if kind in _NARROW:
        if given.get("chat_id") is None:
            raise _wrong_scope('Can\'t find field "chat_id"')
        chat = chat_of(state, inside).number
    if kind == "chat_member":
        user = inside.number("user_id")
        if user <= 0:
            raise _wrong_scope("Invalid user_id specified")
    return kind, chat, user, params.text("language_code")


def _given(params: Params, name: str, what: str, kind: str) -> Json:
    """The object of that name; left out, it is the default one."""
    given = params.parsed(name, what)
    if given is None:
        return {"type": "default"}
    if not isinstance(given, dict):
        raise bad_request(f"can't parse {what}: {kind} must be an Object")
    return given


def _wrong_scope(why: str) -> ApiError:
    return bad_request(f"can't parse BotCommandScope: {why}")


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: BotCommand must be an Object")
    name = str(item.get("command", "")).removeprefix("/")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    words = str(item.get("description", ""))
    if not 1 <= len(words) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": words}


def menu(state: State, chat: int, user: int) -> list[Json]:
    """What that person sees behind "/" in that chat: the narrowest scope that was set."""
    where = state.chats[chat]
    every = "all_private_chats" if where.private else "all_group_chats"
    heads = user == where.creator or user in where.administrators
    scopes = [("chat_member", chat, user)] if not where.private else []
    scopes += [("chat_administrators", chat, 0)] if heads and not where.private else []
    scopes += [("chat", chat, 0)]
    scopes += [("all_chat_administrators", 0, 0)] if heads and not where.private else []
    scopes += [(every, 0, 0), ("default", 0, 0)]
    for scope in scopes:
        for language in ("id", ""):
            if found := state.commands.get((*scope, language)):
                return found
    return []


def set_chat_menu_button(state: State, params: Params) -> bool:
    given = _given(params, "menu_button", "menu button", "MenuButton")
    if given.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    state.menu_buttons[params.number("chat_id")] = given
    return True


def get_chat_menu_button(state: State, params: Params) -> Json:
    of_all = state.menu_buttons.get(0, {"type": "commands"})
    return state.menu_buttons.get(params.number("chat_id"), of_all)


def set_text(key: str) -> Callable[[State, Params], bool]:
    def act(state: State, params: Params) -> bool:
        state.profile_texts[key] = params.text(key)
        return True

    return act


def get_text(key: str) -> Callable[[State, Params], Json]:
    def act(state: State, params: Params) -> Json:
        return {key: state.profile_texts.get(key, state.bot.first_name if key == "name" else "")}

    return act
