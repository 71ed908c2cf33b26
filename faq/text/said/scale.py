"""How something was, and whether it helped, where that is written instead of pressed. Only whole
messages count: "baik" is an answer, "baik pak" is manners."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

from bot.rules.clinic import HELPED_SCORES
from bot.rules.intent import Intent, Situation
from bot.rules.satisfaction import LEAST, MOST
from faq.text.language import in_standard_words, plain
from faq.text.small_talk.meaning import as_answer
from faq.text.vocabulary import phrases

FILE = "scale.txt"
NO_HELP, SOME_HELP, HELP = HELPED_SCORES


def step_said(text: str) -> int | None:
    """None for anything beside the step itself."""
    return steps().get(in_standard_words(text))


@cache
def steps() -> Mapping[str, int]:
    """Every step by all that it is called."""
    return MappingProxyType(
        {said: step for step in range(LEAST, MOST + 1) for said in _phrases(f"step {step}")}
    )


def helped_said(text: str) -> int | None:
    """ "Ya, membantu", "sebagian", "kada mambantu": one of the scores, or None."""
    said, helped = plain(text), _phrases("helped")
    told = [word for word in said if word not in helped | _phrases("helped very")]
    if not told:
        return None if helped.isdisjoint(said) else HELP
    if " ".join(told) in _phrases("helped partly"):
        return SOME_HELP
    if set(told) <= _phrases("helped unsaid"):
        return None
    match as_answer(" ".join(told), Situation.RESOLVED).intent:
        case Intent.YES:
            return HELP
        case Intent.NO:
            return NO_HELP
    return None


_phrases = partial(phrases, file=FILE)
