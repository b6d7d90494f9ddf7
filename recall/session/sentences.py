"""The sentences of Home and of the Summary, from figures: what was done, then what comes next."""

from __future__ import annotations

from datetime import date

from recall.session.time_words import day_and_month, interval
from recall.session.values import ALL_DONE, LEFT
from recall.session.words import counted

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

WELCOME = (
    "Welcome.",
    "Read a question and answer it in your head. A guess is fine: trying first helps the answer "
    "stick, even when the guess is wrong. Space shows the answer. Then say how it went.",
    "Esc leaves at any moment. Every answer is saved as you give it.",
)
"""The first start: its heading, its paragraph, and what is said below ``[ Enter ]  Begin``."""

UNTOUCHED = "Nothing was rescheduled."
NOTHING_NEW = "You have met no question yet, and the settings ask for no new one today."

IF_ASKED = "If asked today, you would recall about"


def spelled(number: int) -> str:
    """A small number as a word (``five``), a larger one in digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def spelled_minutes(minutes: int) -> str:
    """``one minute``, ``five minutes``, ``25 minutes``."""
    return f"{spelled(minutes)} minute{'' if minutes == 1 else 's'}"


def home_sentence(
    status: str,
    *,
    review: int = 0,
    new: int = 0,
    minutes: int = 5,
    met: int = 0,
    recalled: int = 0,
    next_day: str = "",
    topic: str = "",
    only: str = "",
    narrow: bool = False,
    held: bool = False,
) -> str:
    """Today's session in one sentence.

    Args:
        status: ``first usual short done fresh back none``, as ``Home.status``.
        review, new: questions of the plan; minutes: what it takes.
        met, recalled: of a learner who is back: questions met, and those expected to be there.
        next_day: of ``fresh`` and ``done``: the day of the next review (``Tuesday``, ``tomorrow``).
        topic: of ``first``: what the questions are on (``kaizen``).
        only: title of the one deck chosen.
        narrow: shorter words for a narrow window.
        held: whether the settings let no more questions be new today.
    """
    if status == "fresh" and held and not met:
        return NOTHING_NEW
    plan = _planned(review, new, narrow)
    time = counted(minutes, "minute")
    on = f" on {topic}" if topic and not narrow else ""
    sentence = {
        "first": f"{counted(new, 'new question')}{on}, about {time}.",
        "usual": f"{plan}. About {time}.",
        "short": f"{plan}. {_enough(minutes)}",
        "done": f"Done for today. {_next(next_day or 'tomorrow', minutes)} Enter gives five more.",
        "fresh": f"Nothing is fading yet. Next review: {next_day}. Enter practises anyway.",
        "back": f"Welcome back. Of the {counted(met, 'question')} you have met, about {recalled} "
        f"should still be there. {spelled_minutes(minutes).capitalize()} will do.",
        "none": "No decks here yet. Run: recall add FILE",
    }[status]
    return f"{only} only: {sentence}" if only else sentence


def _planned(review: int, new: int, narrow: bool) -> str:
    if not review:
        return counted(new, "new question")
    asked = f"{review} to review" if narrow else f"{counted(review, 'question')} to review"
    return f"{asked}, {new} new" if new else asked


def _enough(minutes: int) -> str:
    return "1 minute is enough today." if minutes == 1 else f"{minutes} minutes are enough today."


def _next(day: str, minutes: int) -> str:
    return f"{day[:1].upper()}{day[1:]}: about {counted(minutes, 'minute')}."


def planned(review: int, new: int) -> str:
    """``8 questions to review, 9 new``: a session without its minutes."""
    return _planned(review, new, narrow=False)


def in_short(review: int, new: int, minutes: int) -> str:
    """A session for a shell's prompt: ``8+9 · 5 min``, ``9 new · 5 min``, ``8 · 2 min``."""
    both = f"{review}+{new}" if new else str(review)
    return f"{both if review else f'{new} new'} · {minutes} min"


def recalled_of(recalled: int, met: int, total: int) -> str:
    """What would be recalled of all questions of a deck: ``34 of 38``, or ``not started``."""
    return f"{recalled} of {total}" if met else "not started"


def updated(title: str, new: int, reworded: int) -> str:
    """``PDCA was updated: 4 new questions, 2 reworded. Your progress is kept.``"""
    return f"{title} was updated{_what(new, reworded)}. Your progress is kept."


def many_updated(decks: int, new: int, reworded: int) -> str:
    """``5 decks were updated: 4 new questions, 12 reworded. Your progress is kept.``"""
    what = _what(new, reworded)
    return f"{counted(decks, 'deck')} were updated{what}. Your progress is kept."


def _what(new: int, reworded: int) -> str:
    parts = [counted(new, "new question")] if new else []
    parts += [f"{reworded} reworded"] if reworded else []
    return f": {', '.join(parts)}" if parts else ""


def broken(short: str, kept: bool) -> str:
    """``team.yaml, line 10: unknown key "hnit". Its last good version is in use.``"""
    rest = "Its last good version is in use." if kept else "It cannot be used before it is mended."
    return f"{short.rstrip('.')}. {rest}"


def headline(
    ending: str,
    *,
    budget: int,
    minutes: int,
    answered: int,
    practised: int = 0,
    practice_recalled: int = 0,
) -> str:
    """The first line of the Summary.

    Args:
        ending: why the sitting is over (``time up``, ``all done``, ``left``).
        budget: minutes that it was to take (0: cards were counted).
        minutes: minutes used, rounded; answered: questions answered.
        practised, practice_recalled: questions of practice, which reschedules nothing.
    """
    if practised and not answered:
        return practice_done(practised, practice_recalled)
    if answered == 0:
        return "Nothing asked, nothing lost." if ending == LEFT else "Nothing is fading yet."
    if ending == LEFT:
        used = "Under a minute" if minutes < 1 else counted(minutes, "minute")
        return f"{used}, {counted(answered, 'question')}, all saved. The rest will keep."
    if ending == ALL_DONE or not budget:
        return "That is all for now."
    return "That is your minute." if budget == 1 else f"That is your {spelled_minutes(budget)}."


def review_row(reviewed: int, recalled: int) -> tuple[str, str]:
    """``8 reviewed`` and ``7 recalled, 1 forgotten``; empty texts where none was."""
    if not reviewed:
        return "", ""
    forgotten = reviewed - recalled
    tail = f", {forgotten} forgotten" if forgotten else ""
    return f"{reviewed} reviewed", f"{recalled} recalled{tail}"


def new_row(new: int, known: int) -> tuple[str, str]:
    """``9 new`` and ``3 you knew, 6 are on their way``; empty texts where none was."""
    if not new:
        return "", ""
    learning = new - known
    on = f"{learning} {'is on its' if learning == 1 else 'are on their'} way" if learning else ""
    knew = f"{known} you knew" if known else ""
    return f"{new} new", ", ".join(part for part in (knew, on) if part)


def much_forgotten(reviewed: int, recalled: int) -> str:
    """What to say in place of the first row where more was forgotten than recalled."""
    lost = reviewed - recalled
    other = "The other one comes" if lost == 1 else f"The other {lost} come"
    return (
        f"{reviewed} reviewed, {recalled} recalled. "
        f"{other} back tomorrow, while the answers are fresh."
    )


def practice_done(questions: int, recalled: int) -> str:
    """``12 questions practised, 9 recalled. Nothing was rescheduled.``"""
    return f"{counted(questions, 'question')} practised, {recalled} recalled. {UNTOUCHED}"


def first_day(new: int) -> str:
    """``14 new questions met. Tomorrow shows what stayed.``"""
    return f"{counted(new, 'new question')} met. Tomorrow shows what stayed."


def where_on_path(title: str, met: int, total: int, step: str, until: date | None) -> str:
    """``Four-week workshop: 12 of 90 cards met. Next: Week 1, day 3. Until 18 December.``"""
    return f"{title}: {met} of {counted(total, 'card')} met. {next_on_path(step, until)}".rstrip()


def next_on_path(step: str, until: date | None) -> str:
    """``Next: Week 1, day 3. Until 18 December.``"""
    parts = [f"Next: {step}."] if step else []
    parts += [f"Until {day_and_month(until)}."] if until else []
    return " ".join(parts)


def outlook(after: int, before: int, total: int, when: date | None = None) -> str:
    """What two weeks from now, or the day that matters, would hold, against before this sitting."""
    questions = counted(total, "question")
    return (
        f"{_then(when)} you would still recall about {after} of {questions}. "
        f"Before today it was {before}."
    )


def narrow_outlook(after: int, before: int, total: int, when: date | None = None) -> str:
    """The same in fewer words, without a comparison where there was nothing before."""
    compared = f" Before today: {before}." if before else ""
    return f"{_then(when)} you would still recall about {after} of {total}.{compared}"


def _then(when: date | None) -> str:
    return f"On {day_and_month(when)}" if when else "In two weeks"


def hard_or_forgotten(hard_days: int, forgot_days: int) -> str:
    """What Hard and Forgot mean for a question, to a learner who may take one for the other."""
    return (
        f"Is Hard sometimes a forgotten one? Forgot asks it again in {interval(forgot_days)}, "
        f"Hard in {interval(hard_days)}."
    )


def next_session(day: str, minutes: int) -> str:
    """``Next: tomorrow, about 5 minutes.``"""
    return f"Next: {day}, about {counted(minutes, 'minute')}."
