"""The page's back matter: the index of error messages, and the regency's own facts."""

from __future__ import annotations

from html import escape

from faq.printing import words
from faq.printing.body import link, value
from faq.printing.messages import Message
from faq.printing.printed_book import PrintedBook


def message_index(printed: PrintedBook) -> str:
    if not printed.messages:
        return ""
    rows = "".join(_message(printed, message) for message in printed.messages)
    return f"""<section class="back" id="indeks-pesan"><h2>{words.MESSAGES}</h2>
<p class="intro">{words.MESSAGES_INTRO}</p>
<ul class="messages">{rows}</ul></section>"""


def _message(printed: PrintedBook, message: Message) -> str:
    text = escape(message.text)
    shown = f"<code>{text}</code>" if message.exact else f"<i>{text}</i>"
    rows = "".join(f"<li>{link(printed, entry)}</li>" for entry in message.entries)
    return f'<li><div>{shown}</div><div class="also"><ul>{rows}</ul></div></li>'


def local_facts(printed: PrintedBook) -> str:
    if not printed.local:
        return ""
    rows = "".join(
        f"<div><dt>{escape(fact.label)}</dt><dd>{value(fact)}"
        + (f"<small>{words.SOURCE}: {escape(fact.source)}</small>" if fact.source else "")
        + "</dd></div>"
        for fact in printed.local.values()
    )
    told = words.unfilled(printed.missing(), len(printed.local))
    return f"""<section class="back" id="data-lokal"><h2>{words.LOCAL_HEAD}</h2>
<p class="intro">{words.LOCAL_INTRO} <b>{told}.</b></p>
<dl class="facts">{rows}</dl></section>"""
