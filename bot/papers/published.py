"""The page that an office may put on its website: static, nothing is fetched, nobody is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from bot.papers.evidence.pack import Pack, beside_says, identity, totals
from bot.rules.letters import harmless
from bot.words import companions, papers
from bot.words import published as words
from bot.words.edition import bands
from bot.words.figures import number

PICTURE, PAGE = "rasio.png", "index.html"
LOOK = """
body{font:16px/1.5 Arial,"Liberation Sans",sans-serif;color:#1B1F23;max-width:46rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.1rem;margin-top:1.6rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #B8C0C8;padding:.3rem .4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#EEF2F5}img{max-width:100%;height:auto;border:1px solid #B8C0C8}
.ratio{font-size:1.3rem;font-weight:bold;background:#EEF2F5;border:2px solid #1B1F23;padding:.6rem;text-align:center}
.small{color:#57606A;font-size:.85rem}
"""  # noqa: E501 - rules of a page's look, a line each
POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"


def published(pack: Pack) -> bytes:
    return "\n".join(_page(pack)).encode()


def _page(pack: Pack) -> Iterable[str]:
    title = f"{words.TITLE}, {pack.period}"
    yield '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(title)}</title><style>{LOOK}</style></head><body>"
    yield f"<h1>{words.TITLE}</h1><p>{_text(pack.letterhead.issuer)}<br>{_text(pack.period)}</p>"
    yield f'<p class="ratio">{_text(papers.formula(pack.recap))}</p>'
    level = f"{papers.level(pack.level)}. {bands(pack.edition)}"
    yield f'<p>{_text(level)}</p><p><img src="{PICTURE}" alt="{words.ALT}"></p>'
    yield from _table(words.COUNTS, (), totals(pack))
    endings = pack.recap.endings.items()
    yield from _table(words.ENDINGS, (), [(papers.ENDINGS[of], number(n)) for of, n in endings])
    yield from _table(words.CATEGORIES, (), _categories(pack.recap.categories))
    if pack.companions is not None:
        found = pack.companions
        yield from _table(words.BESIDE, companions.heads(found), companions.compared(found))
    yield f"<h2>{words.DEFINITIONS}</h2>"
    said = [*pack.definition, *(beside_says(pack.companions) if pack.companions else ())]
    # The list of tickets, from which all is counted, is no part of this page.
    told = (line for line in identity(pack) if line[0] != papers.MADE_FROM)
    said += [f"{name}: {value}" for name, value in told]
    yield "".join(f'<p class="small">{_text(line)}</p>' for line in said)
    mark = [papers.mark(pack.closed.mark)] if pack.closed else []
    yield "".join(f"<p>{_text(line)}</p>" for line in (words.NOBODY, words.CONTACT, *mark))
    yield "</body></html>"


def _categories(counted: dict[str, int]) -> list[tuple[str, str]]:
    """Those of few together, and these only where they are more."""
    shown = [(name, number(n)) for name, n in counted.items() if n >= words.FEW]
    few = sum(n for n in counted.values() if n < words.FEW)
    if few:
        shown.append((words.OTHERS, number(few) if few >= words.FEW else words.FEW_SAID))
    return shown


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[str]:
    yield f"<h2>{title}</h2><table>"
    if heads:
        yield "<tr>" + "".join(f"<th>{_text(head)}</th>" for head in heads) + "</tr>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"


def _text(said: str) -> str:
    return escape(harmless(said))
