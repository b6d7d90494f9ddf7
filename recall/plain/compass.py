"""The compass line by line: the questions, then the profile, the recommendation and the cards."""

from __future__ import annotations

from collections.abc import Callable

from recall.compass.answers import Walk
from recall.compass.picture import picture
from recall.compass.questions import DECIDING, FEATURES, QUESTIONS, Deciding, Question
from recall.compass.recommend import SCALE
from recall.compass.report import Outcome, StudyCard
from recall.compass.words import ABOUT, INTRO, SCALE_INTRO, counts, step_word
from recall.decks.clean import one_line
from recall.plain.lines import Reader, Writer

LONGEST_PROBLEM = 200
KEYS = "b goes back, r shows what comes of it so far, q leaves."
_YES_NO = {"y": 1, "yes": 1, "1": 1, "n": 0, "no": 0, "2": 0}


class PlainCompass:
    """Asks until every question was answered or skipped, or the learner has had enough."""

    def __init__(self, reader: Reader, writer: Writer, problem: str = "") -> None:
        self._reader = reader
        self._say = writer.say
        self._problem = one_line(problem, LONGEST_PROBLEM)
        self._told: Question | None = None

    def run(self) -> Walk | None:
        """The finished walk; None where the learner left. The end of the input finishes it."""
        self._say(INTRO, f"An empty line skips a question; {KEYS}")
        if not self._problem:
            self._say("", ABOUT)
            line = self._reader.line()
            if line is not None and line.lower() == "q":
                return None
            self._problem = one_line(line or "", LONGEST_PROBLEM)
        walk = Walk(self._problem)
        while walk.question is not None:
            self._ask(walk, walk.question)
            line = self._reader.line()
            if line is None or line.lower() == "r":
                return walk.finish()
            if line.lower() == "q":
                return None
            walk = self._taken(walk, walk.question, line)
        return walk

    def _ask(self, walk: Walk, question: Question) -> None:
        if self._told is question:
            return
        self._told = question
        number = f"{walk.at + 1} of {len(QUESTIONS)}"
        if isinstance(question, Deciding):
            self._say("", f"{number}. {question.ask}", question.help)
            self._say("y yes, n no, an empty line: not sure")
        else:
            self._say("")
            if question is FEATURES[0]:
                self._say(SCALE_INTRO)
            self._say(f"{number}. {question.title}. {question.ask}")
            self._say(f"  1  {question.kaizen}", f"  5  {question.breakthrough}")
        before = walk.answers.given(question.id)
        if before is not None:
            yes_no = {1: "yes", 0: "no"}
            word = yes_no[before] if isinstance(question, Deciding) else step_word(before)
            self._say(f"Your answer so far: {word}.")

    def _taken(self, walk: Walk, question: Question, line: str) -> Walk:
        word = line.lower().rstrip(".")
        if word == "b":
            self._told = None
            return walk.back()
        if word in ("", "0", "?"):
            return walk.answer(None)
        if isinstance(question, Deciding):
            if word in _YES_NO:
                return walk.answer(_YES_NO[word])
            self._say(f"y for yes, n for no, an empty line if you cannot tell; {KEYS}")
            return walk
        if word in ("1", "2", "3", "4", "5"):
            return walk.answer(int(word) - 3)
        self._say(f"A number from 1 to 5, or an empty line to skip; {KEYS}")
        return walk


def tell(outcome: Outcome, cards: tuple[StudyCard, ...], say: Callable[..., None]) -> None:
    """Say what came of a walk."""
    words, deciding = outcome.said, outcome.walk.answers.deciding
    say("", *([outcome.walk.problem] if outcome.walk.problem else []))
    say(words.headline, *words.advice)
    if words.because:
        say("", "Because:", *(f"  {each}" for each in words.because))
    if words.mind:
        say("", "Mind:", *(f"  {each}" for each in words.mind))
    say("", "Profile")
    if SCALE not in outcome.recommendation.because:
        say(counts(outcome.profile))
    for each in DECIDING:
        answer = {True: "yes", False: "no", None: "not answered"}[deciding.get(each.id)]
        say(f"{each.title}: {answer}")
    say("Kaizen to the left, breakthrough to the right:", *picture(outcome.profile))
    if cards:
        say("", "Cards to study:", *(f"  {each.deck}: {each.text}" for each in cards))
