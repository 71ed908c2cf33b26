"""The complaint dialog: at each step, each kind of thing that can be heard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import (
    ChoiceWanted,
    Refusal,
    StoryTooLong,
    StoryTooShort,
    TooManyFiles,
    WordsWanted,
)
from bot.rules.complaint import (
    BY_STEPS,
    LEAST_STORY,
    MOST_FILES,
    MOST_STORY,
    DialogInput,
    Draft,
    File,
    Guess,
    Step,
    advance,
    correct,
    fitting_story,
    guessed,
    next_step,
)
from bot.rules.intent import Intent, ReplyMeaning
from bot.rules.ticket import Kind

CATEGORIES = ("Akses dan login", "MFA dan OTP", "Menyusun SKP")
STORY = "Kode OTP saya selalu ditolak sejak pagi."
PHOTO = File(kind="photo", file_id="a", unique_id="A")
SECOND = File(kind="document", file_id="b", unique_id="B")

EMPTY = Draft(by_steps=True)
KIND = replace(EMPTY, kind=Kind.COMPLAINT, own_kind=True)
CATEGORY = replace(KIND, category="MFA dan OTP", own_category=True)
TOLD = replace(CATEGORY, story=STORY, story_message=7)
CHECKED = replace(TOLD, by_steps=False)
AT = {
    Step.KIND: EMPTY,
    Step.CATEGORY: KIND,
    Step.STORY: CATEGORY,
    Step.FILES: TOLD,
    Step.CHECK: CHECKED,
}

STICKER = DialogInput(other="sticker")
SILENCE = DialogInput()
STALE = DialogInput(choice="something-else")


def naming(*kinds: Kind, file: File | None = None) -> DialogInput:
    return DialogInput(text="keluhan", file=file, said=ReplyMeaning(kinds=kinds))


def called(name: str) -> DialogInput:
    return DialogInput(text=name, said=ReplyMeaning(name=name))


def meaning(intent: Intent) -> DialogInput:
    return DialogInput(text="ya", message_id=8, said=ReplyMeaning(intent))


MOVES: list[tuple[Step, DialogInput, Step, Draft]] = [
    (Step.KIND, DialogInput(choice="complaint"), Step.CATEGORY, KIND),
    (Step.KIND, naming(Kind.COMPLAINT), Step.CATEGORY, KIND),
    (Step.KIND, naming(Kind.COMPLAINT, file=PHOTO), Step.CATEGORY, replace(KIND, files=(PHOTO,))),
    (Step.KIND, naming(*Kind, file=PHOTO), Step.KIND, replace(EMPTY, files=(PHOTO,))),
    (Step.CATEGORY, DialogInput(choice="1"), Step.STORY, CATEGORY),
    (Step.CATEGORY, called("mfa dan otp"), Step.STORY, CATEGORY),
    (Step.CATEGORY, called("otp"), Step.STORY, CATEGORY),
    (Step.KIND, DialogInput(file=PHOTO), Step.KIND, replace(EMPTY, files=(PHOTO,))),
    (
        Step.KIND,
        DialogInput(file=PHOTO, text="ini"),
        Step.KIND,
        replace(EMPTY, story="ini", files=(PHOTO,)),
    ),
    (
        Step.KIND,
        DialogInput(text=STORY, message_id=7),
        Step.KIND,
        replace(EMPTY, story=STORY, story_message=7),
    ),
    (
        Step.CATEGORY,
        DialogInput(file=PHOTO, text=STORY, message_id=7),
        Step.CATEGORY,
        replace(KIND, story=STORY, story_message=7, files=(PHOTO,)),
    ),
    (Step.STORY, DialogInput(text=f" {STORY} ", message_id=7), Step.FILES, TOLD),
    (Step.STORY, DialogInput(file=PHOTO), Step.STORY, replace(CATEGORY, files=(PHOTO,))),
    (
        Step.STORY,
        DialogInput(file=PHOTO, text="ini", message_id=7),
        Step.STORY,
        replace(CATEGORY, story="ini", story_message=7, files=(PHOTO,)),
    ),
    (
        Step.STORY,
        DialogInput(file=PHOTO, text=STORY, message_id=7),
        Step.FILES,
        replace(TOLD, files=(PHOTO,)),
    ),
    (Step.FILES, DialogInput(file=PHOTO), Step.FILES, replace(TOLD, files=(PHOTO,))),
    (Step.FILES, DialogInput(text="Lagi"), Step.FILES, replace(TOLD, story=f"{STORY}\nLagi")),
    (
        Step.FILES,
        DialogInput(file=PHOTO, text="Lagi"),
        Step.FILES,
        replace(TOLD, story=f"{STORY}\nLagi", files=(PHOTO,)),
    ),
    (Step.FILES, DialogInput(choice="check"), Step.CHECK, CHECKED),
    (Step.CHECK, DialogInput(choice="check"), Step.CHECK, CHECKED),
    (Step.FILES, meaning(Intent.NO), Step.CHECK, CHECKED),
    *((Step.CHECK, meaning(intent), Step.CHECK, CHECKED) for intent in Intent),
    *((Step.FILES, meaning(each), Step.FILES, TOLD) for each in Intent if each is not Intent.NO),
    (Step.CHECK, DialogInput(file=PHOTO), Step.CHECK, replace(CHECKED, files=(PHOTO,))),
    (Step.CHECK, DialogInput(text="Lagi"), Step.CHECK, replace(CHECKED, story=f"{STORY}\nLagi")),
]


@pytest.mark.parametrize(("step", "heard", "to", "draft"), MOVES)
def test_what_fits_the_step_leads_on(
    step: Step, heard: DialogInput, to: Step, draft: Draft
) -> None:
    assert advance(step, AT[step], heard, CATEGORIES) == (to, draft)


REFUSALS: list[tuple[Step, DialogInput, type[Refusal]]] = [
    *((step, SILENCE, ChoiceWanted) for step in Step),
    *((step, STALE, ChoiceWanted) for step in Step),
    (Step.KIND, DialogInput(text="entahlah"), ChoiceWanted),
    (Step.KIND, naming(Kind.COMPLAINT, Kind.CRITICISM), ChoiceWanted),
    (Step.KIND, STICKER, ChoiceWanted),
    (Step.CATEGORY, DialogInput(choice="3"), ChoiceWanted),
    (Step.CATEGORY, DialogInput(choice="-1"), ChoiceWanted),
    (Step.CATEGORY, DialogInput(text=""), ChoiceWanted),
    (Step.CATEGORY, called("cuti"), ChoiceWanted),
    (Step.CATEGORY, called("dan"), ChoiceWanted),
    (Step.CATEGORY, STICKER, ChoiceWanted),
    (Step.STORY, STICKER, WordsWanted),
    (
        Step.STORY,
        DialogInput(text="iya pak baik bu", said=ReplyMeaning(small=True)),
        StoryTooShort,
    ),
    (Step.FILES, DialogInput(text="pang lah", said=ReplyMeaning(small=True)), ChoiceWanted),
    (Step.CHECK, DialogInput(text="pang lah", said=ReplyMeaning(small=True)), ChoiceWanted),
    (Step.KIND, DialogInput(text="iya pak baik bu", said=ReplyMeaning(small=True)), ChoiceWanted),
    (Step.STORY, DialogInput(text=""), StoryTooShort),
    (Step.STORY, DialogInput(text="tolong"), StoryTooShort),
    (Step.STORY, DialogInput(text="😭" * 50), StoryTooShort),
    (Step.STORY, DialogInput(text="\u200b \u202e" * 50), StoryTooShort),
    (Step.STORY, DialogInput(text="a" * (MOST_STORY + 1)), StoryTooLong),
    (Step.STORY, DialogInput(text="😭" * (MOST_STORY // 2) + "a"), StoryTooLong),
    (Step.FILES, STICKER, WordsWanted),
    (Step.CHECK, STICKER, WordsWanted),
    (Step.FILES, DialogInput(text="a" * MOST_STORY), StoryTooLong),
    (Step.CHECK, DialogInput(text="a" * MOST_STORY), StoryTooLong),
]


@pytest.mark.parametrize(("step", "heard", "refusal"), REFUSALS)
def test_what_does_not_fit_is_refused(
    step: Step, heard: DialogInput, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        advance(step, AT[step], heard, CATEGORIES)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (EMPTY, Step.KIND),
        (KIND, Step.CATEGORY),
        (CATEGORY, Step.STORY),
        (TOLD, Step.FILES),
        (replace(EMPTY, story=STORY), Step.KIND),
        (replace(KIND, story=STORY), Step.CATEGORY),
        (Draft(), Step.STORY),
        (Draft(story="OTP"), Step.STORY),
        (Draft(story="OTP", question=3), Step.CHECK),  # carried along from the book
        (Draft(question=3), Step.STORY),
        (Draft(story=STORY), Step.CHECK),
        (Draft(files=(PHOTO,)), Step.CHECK),
    ],
)
def test_the_next_step_is_the_first_left_open(draft: Draft, step: Step) -> None:
    assert next_step(draft) is step


def test_a_story_told_beforehand_is_not_asked_again() -> None:
    draft = replace(EMPTY, story=STORY, story_message=7)
    step, draft = advance(Step.KIND, draft, DialogInput(choice="complaint"), CATEGORIES)
    step, draft = advance(step, draft, DialogInput(choice="1"), CATEGORIES)
    assert (step, draft) == (Step.FILES, TOLD)


def test_what_was_told_too_early_may_be_told_in_parts() -> None:
    step, draft = advance(Step.KIND, EMPTY, DialogInput(text=STORY, message_id=7), CATEGORIES)
    step, draft = advance(
        step, draft, DialogInput(text="Sudah dua hari begini", message_id=8), CATEGORIES
    )
    assert (step, draft.story) == (Step.KIND, f"{STORY}\nSudah dua hari begini")
    corrected = correct(draft, 7, "Kode OTP saya selalu ditolak sejak kemarin.")
    assert corrected is not None
    assert corrected.story == (
        "Kode OTP saya selalu ditolak sejak kemarin.\nSudah dua hari begini"
    )


def test_short_captions_count_together() -> None:
    step, draft = advance(
        Step.STORY, CATEGORY, DialogInput(file=PHOTO, text="OTP gagal", message_id=7), CATEGORIES
    )
    assert step is Step.STORY
    with pytest.raises(StoryTooShort):
        advance(step, draft, DialogInput(text="y", message_id=8), CATEGORIES)
    step, draft = advance(
        step, draft, DialogInput(file=SECOND, text="lagi", message_id=8), CATEGORIES
    )
    assert (step, draft.story) == (Step.FILES, "OTP gagal\nlagi")
    with pytest.raises(StoryTooShort):
        correct(draft, 7, "OTP")


def test_a_story_only_begun_may_be_corrected_however_short() -> None:
    begun = replace(CATEGORY, story="OTP", story_message=7)
    assert correct(begun, 7, " gagal ") == replace(begun, story="gagal")


def test_the_same_file_twice_is_one_file_and_the_eleventh_is_refused() -> None:
    draft = TOLD
    for count in range(MOST_FILES):
        file = File(kind="photo", file_id=f"f{count}", unique_id=f"u{count}")
        for _ in range(2):
            _, draft = advance(Step.FILES, draft, DialogInput(file=file), CATEGORIES)
    assert len(draft.files) == MOST_FILES
    with pytest.raises(TooManyFiles):
        advance(Step.FILES, draft, DialogInput(file=SECOND), CATEGORIES)


def test_a_story_may_fill_its_measure_exactly() -> None:
    assert fitting_story("a" * MOST_STORY) == "a" * MOST_STORY
    assert fitting_story("a" * LEAST_STORY) == "a" * LEAST_STORY
    assert fitting_story("\ud83d" + "a" * 20) == "\ud83d" + "a" * 20  # half of a pair


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_pressed_and_named(kind: Kind) -> None:
    for heard in (DialogInput(choice=kind.value), naming(kind)):
        assert advance(Step.KIND, EMPTY, heard, CATEGORIES)[1].kind is kind


SAID = st.builds(
    ReplyMeaning,
    st.frozensets(st.sampled_from(list(Intent))),
    st.lists(st.sampled_from(list(Kind)), unique=True).map(tuple),
    st.text(max_size=60),
)


@given(step=st.sampled_from(list(Step)), text=st.text(max_size=60), said=SAID)
def test_any_text_leads_on_or_is_refused(step: Step, text: str, said: ReplyMeaning) -> None:
    try:
        to, draft = advance(step, AT[step], DialogInput(text=text, said=said), CATEGORIES)
    except Refusal:
        return
    assert to in Step
    assert (draft.story or "").startswith(AT[step].story or "")


def test_a_forged_choice_is_refused() -> None:
    with pytest.raises(ChoiceWanted):
        advance(Step.CATEGORY, KIND, DialogInput(choice="²"), CATEGORIES)


QUICK = Draft(story=STORY, story_message=7)
GUESS = Guess(Kind.INFORMATION, ("MFA dan OTP", "Akses dan login", "Penilaian", "Lainnya"))


@pytest.mark.parametrize(
    ("step", "before", "heard", "to", "after"),
    [
        (Step.STORY, Draft(), DialogInput(text=STORY, message_id=7), Step.CHECK, QUICK),
        (Step.STORY, Draft(), DialogInput(file=PHOTO), Step.CHECK, Draft(files=(PHOTO,))),
        (
            Step.STORY,
            Draft(),
            naming(Kind.SUGGESTION),
            Step.STORY,
            Draft(kind=Kind.SUGGESTION, own_kind=True),
        ),
        (Step.STORY, Draft(), DialogInput(choice=BY_STEPS), Step.KIND, EMPTY),
        (
            Step.KIND,
            QUICK,
            DialogInput(choice="criticism"),
            Step.CHECK,
            replace(QUICK, kind=Kind.CRITICISM, own_kind=True),
        ),
        (
            Step.CATEGORY,
            QUICK,
            DialogInput(choice="1"),
            Step.CHECK,
            replace(QUICK, category="MFA dan OTP", own_category=True),
        ),
    ],
)
def test_a_story_comes_first_and_leads_to_the_check(
    step: Step, before: Draft, heard: DialogInput, to: Step, after: Draft
) -> None:
    assert advance(step, before, heard, CATEGORIES) == (to, after)


def test_what_somebody_chose_is_not_guessed_anew() -> None:
    first = guessed(QUICK, GUESS)
    assert (first.kind, first.category) == (Kind.INFORMATION, "MFA dan OTP")
    assert first.near == GUESS.categories[:3]
    own = replace(first, kind=Kind.CRITICISM, own_kind=True)
    own = replace(own, category="Penilaian", own_category=True)
    assert guessed(own, GUESS) == replace(
        own, near=("Penilaian", "MFA dan OTP", "Akses dan login")
    )
