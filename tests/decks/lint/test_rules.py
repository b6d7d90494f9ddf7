"""Each rule finds its fault, and lets pass what looks like it and is none."""

import re

import pytest

from recall.decks.lint.rules import BY_NAME, RULES

LONG = " ".join(f"word{n}" for n in range(45))
OPTION = "options:\n  - right: {}\n  - wrong: {}\n    why: x\n  - wrong: Blue\n    why: y"

FAULTS = [
    ("duplicate-question", ["q: Who does kaizen?\na: All", "q: who does Kaizen\na: Everybody"]),
    (
        "near-pair",
        [
            "q: What does kaizen need most from managers?\na: Patience",
            "q: What does breakthrough need most from managers?\na: Money",
        ],
    ),
    (
        "near-pair",
        ["cloze: Act leads back to the {{next}} Plan", "cloze: Act leads on to the {{next}} Plan"],
    ),
    (
        "same-answer",
        ["q: Which Mu is waste?\na: Muda", "q: What does a gemba walk hunt?\na: The muda."],
    ),
    ("same-answer", ["term: muda\nmeans: any waste", "term: dross\nmeans: Any waste."]),
    (
        "circular-after",
        ["id: a\nq: What is a?\na: A1\nafter: [b]", "id: b\nq: And b is what?\na: B1\nafter: [a]"],
    ),
    ("circular-after", ["id: a\nq: What is a?\na: A1\nafter: [a]"]),
    ("unknown-after", ["id: a\nq: What is a?\na: A1\nafter: [zz]"]),
    ("lone-pair", ["q: What is kaizen?\na: Small change\ntags: [pair:change]"]),
    ("placeholder", ["q: What is kaizen?\na: TODO"]),
    ("placeholder", ["q: What is kaizen?\na: ..."]),
    ("placeholder", ["q: What is kaizen?\na: <your answer>"]),
    ("placeholder", ["q: Which hue leads?\n" + OPTION.format("Red", "???")]),
    ("long-question", [f"q: Why {LONG}?\na: Because"]),
    ("long-question", [f"case: {LONG} {LONG} {LONG}\nq: What would you do first?\na: Go\nwhy: x"]),
    ("long-answer", [f"q: Why so many?\na: {LONG}"]),
    ("long-answer", ["q: Which hue leads?\n" + OPTION.format("Red", LONG)]),
    ("long-typed", ["q: How does it go on, when sung?\ntyped: one two three four five six"]),
    ("list-answer", ["q: What does a plan hold?\na: |\n  - a goal\n  - a date\n  - a name"]),
    ("list-answer", ["q: What does a plan hold?\na: 1. a goal 2. a date 3. a name"]),
    ("list-answer", ["q: How does PDCA go?\na: Plan -> Do -> Check -> Act"]),
    ("list-answer", ["q: What does a plan hold?\na: A goal, a date, a name and a number."]),
    ("list-answer", ["q: Which steps does the cycle have?\na: Specify, make, inspect."]),
    ("name-n", ["q: Name three wastes of lean.\na: Waiting and two more"]),
    ("name-n", ["q: In lean, what are the seven wastes?\na: TIMWOOD"]),
    ("yes-no", ["q: Is kaizen only for factories?\na: No, it fits any work."]),
    ("yes-no", ["q: In lean, should stock be high?\na: Stock hides problems"]),
    (
        "yes-no",
        ["q: Kaizen never ends. Does PDCA?\noptions:\n  - right: No\n  - wrong: Yes\n    why: x"],
    ),
    ("either-or", ["q: Does kaizen go by small steps or by leaps?\na: By small steps."]),
    ("either-or", ["q: Is a leap kaizen or breakthrough?\ntyped: breakthrough"]),
    ("answer-in-question", ["q: Which standard does standard work follow?\na: The standards"]),
    ("answer-in-question", ["term: visual control\nmeans: control by visual means"]),
    ("answer-in-question", ["cloze: The {{gemba}} is the place; go to the gemba"]),
    ("answer-in-question", ["q: A red card is what?\n" + OPTION.format("Red", "Green")]),
    ("answer-in-hint", ["q: Which Mu is waste?\na: Muda\nhint: It is not mura but muda."]),
    ("answer-in-hint", ["cloze: The place is the {{gemba|gemba}}"]),
    ("answer-in-hint", ["term: muda\nmeans: waste\nhint: Think of muda."]),
    ("two-questions", ["q: What is kaizen? Who does it?\na: Change by all"]),
    ("two-questions", ["q: Where did PDCA begin, and who drew it?\na: In Japan"]),
    ("two-questions", ["q: What is kaizen, and what is kaikaku?\na: Small and large change"]),
    ("vague", ["q: Explain kaizen in lean.\na: Change for the better"]),
    ("vague", ["q: Kaizen?\na: Change for the better"]),
    ("vague", ["q: What is lost by waste?\na: Time, etc."]),
    ("negative-stem", ["q: Which of these is not a waste?\n" + OPTION.format("Red", "Green")]),
    ("negative-stem", ["q: All are wastes EXCEPT one. Which?\na: Value"]),
    ("dangling", ["q: Why is it done every day?\na: Habits grow"]),
    ("dangling", ["q: What does this mean in lean?\na: Stop at once"]),
    (
        "no-wrong-option",
        ["q: Which are primary colours?\noptions:\n  - right: Red\n  - right: Blue"],
    ),
    (
        "longest-option",
        ["q: Which hue leads?\n" + OPTION.format("A fairly long and careful answer", "Green")],
    ),
    ("no-feedback", ["q: Which hue leads?\noptions:\n  - right: Red\n  - wrong: Blue"]),
    ("above-option", ["q: Which hue leads?\n" + OPTION.format("Red", "All of the above")]),
    (
        "many-options",
        [
            "q: Which hue leads?\n"
            + OPTION.format("Red", "G")
            + "".join(f"\n  - wrong: W{n}\n    why: x" for n in range(4))
        ],
    ),
    ("many-gaps", ["cloze: The {{a1}}, {{b1}}, {{c1}}, {{d1}} and {{e1}} of it"]),
    ("many-gaps", ["cloze: '{{alpha}} {{beta}}'"]),
    ("poor-gap", ["cloze: Go {{to}} the gemba"]),
    ("poor-gap", ["cloze: At Toyota {{the line stops at every fault found}} today"]),
    (
        "long-order",
        ["order: Put the months in order.\nitems: [Ja, Fe, Mr, Ap, My, Jn, Jl, Au, Se, Oc]"],
    ),
    ("same-item", ["order: Put the day in order.\nitems: [Work, Rest, work]"]),
    ("same-cells", ["compare: [A, B]\nrows:\n  Size: [big, Big]"]),
    ("idle-accept", ["q: Which Japanese word is waste?\ntyped: muda\naccept: [Muda!]"]),
    ("missing-source", ["q: What is kaizen?\na: Small change"]),
    ("unknown-lint-ok", ["q: What is kaizen?\na: Small change\nlint-ok: [vage]\nnote: x"]),
    ("idle-lint-ok", ["q: What is kaizen?\na: Small change\nlint-ok: [vague]\nnote: x"]),
    ("unexplained-lint-ok", ["q: Kaizen?\na: Small change\nlint-ok: [vague]"]),
]

SOUND = [
    "q: Which step of PDCA compares result and forecast?\na: Check",
    "q: A team asks when its kaizen will be finished. What do you tell it, and why?\na: Never.",
    "q: Which form of work goes with kaizen, and which with breakthrough?\na: Teams; projects.",
    'q: A fault returns every week. What would asking "why?" five times do?\na: Find its root',
    "q: Why is it hard to stop a line?\na: Everybody sees who did.",
    "q: When is it better to wait?\na: While the process is unstable.",
    "q: Whom do those who stop a line help?\na: The next process.",
    "q: A line stops. Why does it matter to sales?\na: Orders are late.",
    "q: The list of seven wastes is often extended. By what?\na: Unused talent.",
    "q: What must people have, or the gain will fade?\na: A new standard.",
    'q: "Who says It is enough?"\na: Nobody in lean',
    "q: Must-have features are called what?\na: Basic needs",
    "q: Why do people not report faults?\na: Fear of blame.",
    "q: Which waste causes others?\na: Overproduction, since it brings stock, moves and space.",
    "q: What limits work in a queue?\na: A WIP limit.",
    "q: Who names the cycle's author?\na: No single author is known.",
    "q: What do visitors look for?\na: Signs of trouble, such as noise, heat, dirt and smell.",
    "q: Which words sum it up?\na: Stop, look and listen.",
    "term: muda\nmeans: waste, work that adds no value",
    'cloze: Ohno is said to have said that having "{{no problem}}" is a problem.',
    "cloze: In the word kaizen, kai means {{change}} and zen means {{good}}.",
    "q: What should a standard be at the end of a shift?\n"
    + OPTION.format("Followed, or changed", "Kept for ever"),
    "case: A lab is slow.\nq: What would you start with, and which fact decides it?\n"
    + OPTION.format("Kaizen", "Breakthrough")
    + "\nwhy: x",
    "case: A lab is slow.\nq: Should it leap?\na: Not yet, its process is unstable.\nwhy: x\n"
    "lint-ok: [yes-no]\nnote: The verdict is asked with its reason.",
]


def ids(faults):
    return [f"{rule}-{number}" for number, (rule, _) in enumerate(faults)]


@pytest.mark.parametrize(("rule", "cards"), FAULTS, ids=ids(FAULTS))
def test_a_rule_finds_its_fault_and_nothing_else_does(rules, rule, cards):
    head = "sources:\n  k: Kaizen\n" if rule == "missing-source" else ""
    assert set(rules(*cards, head=head)) == {rule}


@pytest.mark.parametrize("card", SOUND)
def test_a_sound_card_raises_no_alarm(rules, card):
    assert rules(card) == []


def test_every_rule_is_tried():
    tried = {rule for rule, _ in FAULTS}
    assert set(BY_NAME) - tried == {"no-right-option", "missing-id"}


def test_the_table_is_complete_in_every_line():
    assert len(RULES) == len(BY_NAME) >= 20
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert all((rule.severity, rule.finds, rule.why, rule.mend))


@pytest.mark.parametrize("language", ["de", "zh", "sr-Latn"])
def test_rules_for_english_are_silent_in_other_languages(rules, language):
    cards = ["q: Is kaizen only for factories?\na: No.", "q: Why is it so?\na: etc."]
    assert rules(*cards, head=f"language: {language}\n") == []
    assert rules(*cards) == ["yes-no", "dangling", "vague"]


def test_the_language_of_the_card_counts_before_the_deck_s(rules):
    assert rules("q: Is it so?\na: No.\nlang: de") == []
    assert rules("q: Is kaizen slow?\na: No.\nlang: en-GB", head="language: de\n") == ["yes-no"]


def test_length_is_counted_in_scripts_without_spaces(rules):
    assert rules(f"q: {'改善' * 30}？\na: 善") == []
    assert rules(f"q: {'改善' * 50}？\na: 善善善", head="language: ja\n") == ["long-question"]


def test_an_answer_in_the_question_is_seen_in_any_script(rules):
    assert rules("q: 改善の意味は何か\na: 改善", head="language: ja\n") == ["answer-in-question"]


def test_cards_of_a_group_are_known_look_alikes(rules):
    cards = [
        f"q: In Imai's table, what is the input of {side}?\na: {answer}"
        for side, answer in (("kaizen", "People"), ("leaps", "Money"))
    ]
    assert rules(*cards) == ["near-pair"]
    assert rules(*[f"{card}\ngroup: imai" for card in cards]) == []
    assert rules(*[f"{card}\ntags: [pair:input]" for card in cards]) == []


def test_figures_alone_make_a_drill_and_no_near_pair(rules):
    assert (
        rules(*[f"q: In table seven, what is seven times {n}?\na: '{7 * n}'" for n in (8, 9)]) == []
    )
