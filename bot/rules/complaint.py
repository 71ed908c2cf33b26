"""The complaint dialog: which step comes after what was heard. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from bot import utf16
from bot.errors import ChoiceWanted, StoryTooLong, StoryTooShort, TooManyFiles, WordsWanted
from bot.rules.intent import NOTHING, Intent, ReplyMeaning
from bot.rules.letters import letters
from bot.rules.ticket import Kind

LEAST_STORY = 10  # letters and digits; fewer cannot tell an officer what is wrong
MOST_STORY = 8_000  # UTF-16 units: one full Telegram message and some more lines
MOST_FILES = 10
LEAST_OF_A_NAME = 3  # letters by which a category may be called
MOST_NEAR = 3  # categories that are offered before all of them
BY_STEPS, TO_CHECK, BACK, ALL = "steps", "check", "back", "all"  # choices that name nothing


class Step(StrEnum):
    KIND = "kind"
    CATEGORY = "category"
    STORY = "story"
    FILES = "files"
    CHECK = "check"


@dataclass(frozen=True)
class File:
    """Something sent along; `kind` is photo, document, video, voice, video_note or audio."""

    kind: str
    file_id: str
    unique_id: str
    group_id: str | None = None
    message_id: int | None = None  # in which it came: by an edit there may be another in it


@dataclass(frozen=True)
class ReportContent:
    """What was told and sent so far, for a report or before there is any."""

    story: str | None = None
    story_message: int | None = None
    added: tuple[tuple[int, str], ...] = ()  # later messages that became the story's next lines
    files: tuple[File, ...] = ()

    @property
    def messages(self) -> tuple[int, ...]:
        """Those in which the story was told."""
        first = () if self.story_message is None else (self.story_message,)
        return (*first, *(message for message, _ in self.added))


@dataclass(frozen=True)
class Draft(ReportContent):
    kind: Kind | None = None
    category: str | None = None
    question: int | None = None  # asked of the book before it became a report
    anonymous: bool = False
    secret: bool = False
    abuse: bool | None = None  # of authority; None: nobody has said
    by_steps: bool = False  # kind and category are asked for, and the files by themselves
    own_kind: bool = False  # said by the person: it is not guessed anew
    own_category: bool = False
    near: tuple[str, ...] = ()  # the categories it may be, the likeliest first
    enough: bool = False  # in few words, and whoever told it wants it sent

    @property
    def is_told(self) -> bool:
        """Whether an officer can begin with it. What was asked of the book may be short, and a
        voice or a picture says enough by itself."""
        short = self.enough or self.question is not None
        asked = short and letters(self.story or "") > 0
        return asked or bool(self.files) or tells_enough(self.story or "")


@dataclass(frozen=True)
class Guess:
    """What a story seems to be; the categories in the order in which they come into question."""

    kind: Kind
    categories: tuple[str, ...]


T = TypeVar("T", bound=ReportContent)


@dataclass(frozen=True)
class DialogInput:
    """What the person did: pressed a choice, wrote words, sent a file, or something else."""

    choice: str | None = None
    text: str | None = None
    said: ReplyMeaning = NOTHING
    file: File | None = None
    other: str | None = None
    message_id: int | None = None


def guessed(draft: Draft, guess: Guess) -> Draft:
    """With the kind and the category that nobody has named."""
    named = draft.category if draft.own_category else None
    near = guess.categories if named is None else (named, *guess.categories)
    return replace(
        draft,
        kind=draft.kind if draft.own_kind else guess.kind,
        category=named or guess.categories[0],
        near=tuple(dict.fromkeys(near))[:MOST_NEAR],
    )


def next_step(draft: Draft) -> Step:
    """The first step still to be answered; by steps the files come right after the story."""
    if not draft.by_steps:
        return Step.CHECK if draft.is_told else Step.STORY
    if draft.kind is None:
        return Step.KIND
    if draft.category is None:
        return Step.CATEGORY
    if not (draft.enough or tells_enough(draft.story or "")):
        return Step.STORY
    return Step.FILES


def advance(
    step: Step, draft: Draft, heard: DialogInput, categories: Sequence[str]
) -> tuple[Step, Draft]:
    """Where the dialog goes next. Raises a Refusal when what was heard does not fit the step."""
    match step:
        case Step.KIND:
            draft = _of_kind(draft, heard)
            return next_step(draft), draft
        case Step.CATEGORY:
            category = _category(heard, categories)
            if category is not None:
                draft = replace(draft, category=category, own_category=True)
                return next_step(draft), draft
            draft = _ahead(draft, heard)
            return next_step(draft), draft
        case Step.STORY if heard.choice == BY_STEPS:
            draft = replace(draft, by_steps=True)
            return next_step(draft), draft
        case Step.STORY:
            return _story(draft, heard)
        case Step.FILES | Step.CHECK:
            return _more(step, draft, heard)


def _ahead(draft: Draft, heard: DialogInput) -> Draft:
    """Words and files that come before their step are kept: nobody should send them twice."""
    told = tells_enough(heard.text or "") and not heard.said.small
    if heard.other is not None or not (heard.file or told):
        raise ChoiceWanted
    if heard.file is not None:
        draft = add_file(draft, heard.file)
    return add_words(draft, heard)


def add_words(draft: Draft, heard: DialogInput) -> Draft:
    """They begin the story, or become its next line. Without a file the story must fit then."""
    if heard.file is not None:
        return add_caption(draft, heard)
    longer = _with_words(draft, heard)
    return replace(longer, story=fitting_story(longer.story or "", draft.kind))


def add_caption(told: T, heard: DialogInput) -> T:
    """The words under a file. They are short, and refusing them would lose the file."""
    return _with_words(told, heard) if (heard.text or "").strip() else told


def _with_words(told: T, heard: DialogInput) -> T:
    text = (heard.text or "").strip()
    if told.story is None:
        return replace(told, story=text, story_message=heard.message_id)
    story = f"{told.story}\n{text}"
    if heard.message_id is None:
        return replace(told, story=story)
    return replace(told, story=story, added=(*told.added, (heard.message_id, text)))


def _kinds_named(heard: DialogInput) -> tuple[Kind, ...]:
    return heard.said.kinds if heard.choice is None else _pressed(heard.choice)


def _names_one_kind(heard: DialogInput) -> bool:
    return len(_kinds_named(heard)) == 1


def _of_kind(draft: Draft, heard: DialogInput) -> Draft:
    """What names two kinds chooses neither, and is no story; a file above it stays."""
    named = _kinds_named(heard)
    if not named:
        return _ahead(draft, heard)
    if heard.file is not None:
        draft = add_file(draft, heard.file)
    elif len(named) > 1:
        raise ChoiceWanted
    return replace(draft, kind=named[0], own_kind=True) if len(named) == 1 else draft


def _pressed(choice: str) -> tuple[Kind, ...]:
    return tuple(kind for kind in Kind if choice == kind.value)


def _category(heard: DialogInput, categories: Sequence[str]) -> str | None:
    """The one pressed, or the only one that is so called or has the typed words in its name."""
    if heard.choice is not None and heard.choice in map(str, range(len(categories))):
        return categories[int(heard.choice)]
    name = heard.said.name
    if len(name) < LEAST_OF_A_NAME or heard.file is not None:
        return None
    called = [category for category in categories if name == category.casefold()]
    called = called or [category for category in categories if name in category.casefold()]
    return called[0] if len(called) == 1 else None


def _story(draft: Draft, heard: DialogInput) -> tuple[Step, Draft]:
    if not draft.by_steps and heard.file is None and heard.said.kinds:  # two of them name none
        return Step.STORY, _of_kind(draft, heard) if _names_one_kind(heard) else draft
    if heard.file is not None:
        draft = add_words(add_file(draft, heard.file), heard)
        return next_step(draft), draft  # a short caption may be the story's beginning
    if heard.other is not None:
        raise WordsWanted(got=heard.other)
    if heard.text is None:
        raise ChoiceWanted
    if heard.said.small:
        raise StoryTooShort(kind=draft.kind)
    draft = add_words(draft, heard)
    return next_step(draft), draft


def _more(step: Step, draft: Draft, heard: DialogInput) -> tuple[Step, Draft]:
    """Files, or further words, which belong to the story; small talk never does."""
    if heard.choice == TO_CHECK or (step is Step.FILES and _says_no(heard)):
        return Step.CHECK, replace(draft, by_steps=False)
    if heard.file is None and heard.said.intent is not None:
        return step, draft
    if heard.file is None and heard.said.small:
        raise ChoiceWanted
    if heard.other is not None:
        raise WordsWanted(got=heard.other)
    if heard.file is not None:
        draft = add_file(draft, heard.file)
    elif not heard.text:
        raise ChoiceWanted
    return step, add_words(draft, heard)


def _says_no(heard: DialogInput) -> bool:
    return heard.file is None and heard.said.intent is Intent.NO


def correct(draft: Draft, message_id: int, text: str) -> Draft | None:
    """One message of the story was edited; None where the message is none of the story's.

    Raises StoryTooLong, and StoryTooShort where the story told enough before.
    """
    found = correct_told(draft, message_id, text)
    if found is None or not tells_enough(draft.story or ""):
        return found
    return replace(found, story=fitting_story(found.story or "", draft.kind))


def correct_told(draft: T, message_id: int, text: str) -> T | None:
    """The same of words that need tell nobody enough yet."""
    head, added = (draft.story or "").removesuffix(_lines(draft.added)), draft.added
    if message_id == draft.story_message:
        head = text.strip()
    elif message_id in dict(added):
        added = tuple(
            (known, text.strip() if known == message_id else old) for known, old in added
        )
    else:
        return None
    return replace(draft, story=head + _lines(added), added=added)


def exchange_file(told: T, file: File) -> T | None:
    """Another was put into the message by an edit; None where it is the same, or none of these."""
    before = next((known for known in told.files if _same_message(known, file)), None)
    if before is None or holds(told, file):
        return None
    files = tuple(file if known == before else known for known in told.files)
    return replace(told, files=files)


def _same_message(known: File, file: File) -> bool:
    return known.message_id is not None and known.message_id == file.message_id


def _lines(added: tuple[tuple[int, str], ...]) -> str:
    return "".join(f"\n{text}" for _, text in added if text)


def holds(told: ReportContent, file: File) -> bool:
    return any(known.unique_id == file.unique_id for known in told.files)


def add_file(told: T, file: File) -> T:
    if holds(told, file):
        return told
    if len(told.files) >= MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    return replace(told, files=(*told.files, file))


def take_along(draft: Draft, loose: ReportContent) -> Draft:
    """A report that is begun has the files sent before it. The words that stood under them are
    its story, or the next lines of what is told already."""
    if draft.story is None:
        draft = replace(draft, story=loose.story, story_message=loose.story_message)
        return replace(draft, added=loose.added, files=loose.files)
    if loose.story is None or loose.story_message is None:
        return replace(draft, files=loose.files)
    head = loose.story.removesuffix(_lines(loose.added))
    added = ((loose.story_message, head), *loose.added)
    return replace(draft, story=draft.story + _lines(added), added=added, files=loose.files)


def fitting_story(text: str, kind: Kind | None = None) -> str:
    """The story if an officer can use it; raises StoryTooShort or StoryTooLong otherwise."""
    text = text.strip()
    length = utf16.length(text)
    if length > MOST_STORY:
        raise StoryTooLong(most=MOST_STORY, length=length)
    if not tells_enough(text):
        raise StoryTooShort(kind=kind)
    return text


def tells_enough(text: str) -> bool:
    return letters(text) >= LEAST_STORY
