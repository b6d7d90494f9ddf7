"""Small things are folded from the log, whatever the order in which its events come in."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.kaizen.asking import Ask, question_for
from recall.kaizen.fold import fold_things
from recall.kaizen.report import as_json, as_markdown
from recall.kaizen.values import DONE, END, LET_GO, NOTE, PHASES, THING, SmallThing, Things
from recall.memory.events import REVIEW, VOID, Event

quick = settings(deadline=None, derandomize=True, max_examples=60)
SITTING, OTHER = UUID(int=500), UUID(int=501)


def event(number: int, kind: str, day: int = 0, at: int | None = None, **details: object) -> Event:
    target = details.pop("target", None)
    at_ms = number * 1_000 if at is None else at
    return Event(
        *(UUID(int=number), SITTING, SITTING, kind, at_ms, 0, day),
        target=target,
        details=details,
    )


def of(number: int) -> str:
    return str(UUID(int=number))


@st.composite
def logs(draw):
    """Things, what was said of them, and voids of any of these; other kinds between."""
    events: list[Event] = []
    for number in range(1, draw(st.integers(0, 25)) + 1):
        kind = draw(
            st.sampled_from([THING, THING, NOTE, NOTE, NOTE, END, VOID, "unheard of", REVIEW])
        )
        day, at = number // 3, draw(st.one_of(st.none(), st.integers(0, 20_000)))
        before = draw(st.integers(1, 25))
        text = draw(st.text(max_size=12))
        if kind == VOID:
            events.append(event(number, kind, day, at, target=UUID(int=before)))
        elif kind == NOTE:
            phase = draw(st.sampled_from((*PHASES, "nonsense", None)))
            events.append(event(number, kind, day, at, of=of(before), phase=phase, text=text))
        elif kind == END:
            because = draw(st.sampled_from([DONE, LET_GO, 7]))
            events.append(event(number, kind, day, at, of=of(before), because=because))
        else:
            events.append(event(number, kind, day, at, text=text))
    return events


@quick
@given(logs(), st.randoms())
def test_the_order_in_which_events_come_in_changes_nothing(log, random):
    folded = fold_things(log)
    shuffled = list(log)
    random.shuffle(shuffled)
    assert fold_things(shuffled) == folded
    as_json(folded.all)
    as_markdown(folded.all)


@quick
@given(logs())
def test_undoing_everything_leaves_nothing(log):
    voids = [event(1_000 + at, VOID, target=each.id) for at, each in enumerate(log)]
    assert fold_things([*log, *voids]) == Things()


@quick
@given(logs())
def test_undoing_an_event_is_as_if_it_had_never_been(log):
    for each in log:
        if each.kind in (THING, NOTE, END):
            void = event(2_000, VOID, target=each.id)
            without = fold_things([other for other in log if other is not each])
            assert fold_things([*log, void]) == without


def test_a_thing_goes_through_its_phases_and_the_later_line_counts():
    log = [
        event(1, THING, 5, text="Lay the tools out"),
        event(2, NOTE, 6, of=of(1), phase="plan", text="Less searching"),
        event(3, NOTE, 6, of=of(1), phase="plan", text="Five minutes less"),
        event(4, NOTE, 6, of=of(1), phase="check", text="Seven less"),
        event(5, END, 6, of=of(1), because=DONE),
    ]
    (thing,) = fold_things(log).all
    assert thing.text == "Lay the tools out"
    assert thing.notes == ("Five minutes less", "", "Seven less", "")
    assert (thing.end, thing.end_day, thing.open) == (DONE, 6, False)
    (reopened,) = fold_things([*log, event(6, VOID, target=UUID(int=5))]).all
    assert reopened.open
    assert reopened.next_phase == "do"


def test_what_is_said_before_the_thing_by_a_slow_clock_counts_all_the_same():
    log = [
        event(2, NOTE, at=10, of=of(1), phase="do", text="Did it"),
        event(1, THING, text="A thing"),
    ]
    assert fold_things(log).all[0].note("do") == "Did it"


def test_nothing_in_the_log_reaches_the_screen_unclean():
    (thing,) = fold_things([event(1, THING, text="\x1b[31mred\n\nline")]).all
    assert thing.text.isprintable()


def thing(number: int, day: int, end: str = "") -> SmallThing:
    return SmallThing(UUID(int=number), day, "A thing", end=end, end_day=day if end else None)


def test_the_first_three_sessions_ask_nothing_and_the_fourth_asks_for_one():
    asked = [
        question_for(Things(), sitting=SITTING, day=9, sittings=count) for count in (1, 2, 3, 4, 5)
    ]
    assert asked == [None, None, None, Ask(), Ask()]


def test_a_session_in_which_it_was_answered_asks_no_more():
    answered = Things((thing(1, 8, DONE),), frozenset({SITTING}))
    assert question_for(answered, sitting=SITTING, day=9, sittings=9) is None
    assert question_for(answered, sitting=OTHER, day=9, sittings=9) == Ask()


def test_an_open_thing_is_asked_about_from_the_next_day_and_nothing_new_before_it_ended():
    things = Things((thing(1, 7, LET_GO), thing(2, 8)), frozenset())
    assert question_for(things, sitting=OTHER, day=8, sittings=9) is None
    assert question_for(things, sitting=OTHER, day=9, sittings=9) == Ask(things.all[1])


@quick
@given(logs(), st.integers(0, 12), st.integers(0, 6))
def test_what_has_ended_is_never_asked_about_again(log, day, sittings):
    asked = question_for(fold_things(log), sitting=OTHER, day=day, sittings=sittings)
    assert asked is None or asked.thing is None or (asked.thing.open and asked.thing.day < day)
    assert asked is None or sittings >= 4


def test_the_page_to_keep_has_the_newest_first_and_no_stray_markup():
    log = [event(1, THING, 20_785, text="*One*"), event(2, THING, 20_786, text="Two")]
    page = as_markdown(fold_things([*log, event(3, NOTE, of=of(1), phase="do", text="<b>")]).all)
    assert page.index("## 2026-11-29: Two") < page.index(r"## 2026-11-28: \*One\*")
    assert r"- **Do:** \<b\>" in page
