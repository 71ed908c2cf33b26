"""What the lines of [maksud] make of small words."""

from __future__ import annotations

from bot.rules.intent import Intent, Situation
from faq.text.small_reading import Reading
from faq.text.small_vocabulary import Rule, small_words


def ruled(read: Reading, situation: Situation) -> Intent | None:
    """What the first line says that fits."""
    return next(
        (rule.intent for rule in small_words().rules if _fits(rule, read, situation)), None
    )


def _fits(rule: Rule, read: Reading, situation: Situation) -> bool:
    means = read.means
    if situation not in rule.where or rule.asks not in (None, read.asks):
        return False
    if not all(needed & means for needed in rule.needed) or rule.barred & means:
        return False
    beside = [word for word in read.words if not (word.means & rule.free)]
    if not rule.any_topic and any(word.topic for word in beside):
        return False
    return sum(not word.silent for word in beside) <= rule.others
