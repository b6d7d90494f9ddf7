"""What the compass asks: three deciding questions, then Imai's twelve features as a scale."""

from __future__ import annotations

from typing import NamedTuple

DANGER, STANDARD, REACH = "danger", "standard", "reach"
STEPS = (-2, -1, 0, 1, 2)
"""The scale of a feature, from clearly kaizen to clearly breakthrough."""


class Deciding(NamedTuple):
    """A question that is answered with yes or no, and outweighs the whole scale.

    ``help`` says what to look at before answering.
    """

    id: str
    title: str
    ask: str
    help: str


class Feature(NamedTuple):
    """One row of Imai's table, asked of a problem.

    ``kaizen`` and ``breakthrough`` are the two ends in plain words, ``cells`` what the table says
    (kaizen first), ``card`` the name of the card that teaches the row.
    """

    id: str
    title: str
    ask: str
    kaizen: str
    breakthrough: str
    cells: tuple[str, str]
    card: str


Question = Deciding | Feature

DECIDING = (
    Deciding(
        DANGER,
        "Danger",
        "Is anyone in danger, or is a law being broken now?",
        "Now, while you talk about it: somebody who may be hurt, made ill or cheated today.",
    ),
    Deciding(
        STANDARD,
        "One standard",
        "Does the process run to one standard?",
        "Yes, if all who do the work do it in the same known way, and the results stay within a "
        "known range.",
    ),
    Deciding(
        REACH,
        "Reach",
        "Could the present design reach the goal, in time, at its very best?",
        "In your mind, take away every wait, every fault and every detour. If even that falls "
        "short of the goal, or comes too late, the answer is no.",
    ),
)
"""In this order: stability comes before reach, for the reach of an unstable process is a guess."""

_DECK = "breakthrough-vs-kaizen"

FEATURES = (
    Feature(
        "effect",
        "Effect",
        "Which kind of gain does the problem call for?",
        "One that lasts for years, even if nobody marvels at it.",
        "One that is striking and soon, even if it may fade.",
        ("Long-term and long-lasting but undramatic", "Short-term but dramatic"),
        f"{_DECK}/bvk-20a",
    ),
    Feature(
        "pace",
        "Pace",
        "How large is the first step that would be of any use?",
        "Small: it can be tried this week, and taken back.",
        "Big: half of it would be of no use.",
        ("Small steps", "Big steps"),
        f"{_DECK}/bvk-21a",
    ),
    Feature(
        "timeframe",
        "Timeframe",
        "When can the work on it be done?",
        "A little all the time, beside the daily work.",
        "In one go, as a project of its own, and then not for long.",
        ("Continuous and incremental", "Intermittent and non-incremental"),
        f"{_DECK}/bvk-22a",
    ),
    Feature(
        "change",
        "Change",
        "How much unrest can the work around it bear?",
        "Little: all has to go on while it changes.",
        "Much: it may stand still, or run in two ways for a while.",
        ("Gradual and constant", "Abrupt and volatile"),
        f"{_DECK}/bvk-23a",
    ),
    Feature(
        "involvement",
        "Involvement",
        "Who has to take part?",
        "Everybody who does the work.",
        "A few who are picked for it.",
        ("Everybody", "Selected few champions"),
        f"{_DECK}/bvk-24a",
    ),
    Feature(
        "approach",
        "Approach",
        "How will the answer be found?",
        "By a group that fits many pieces together.",
        "By one person with an idea that others would not have had.",
        (
            "Collectivism, group efforts, systems approach",
            "Rugged individualism, individual ideas, and efforts",
        ),
        f"{_DECK}/bvk-25a",
    ),
    Feature(
        "mode",
        "Mode",
        "What becomes of the present way of working?",
        "It is kept up, and made better.",
        "It goes, and another takes its place.",
        ("Maintenance and improvement", "Scrap and rebuild"),
        f"{_DECK}/bvk-26a",
    ),
    Feature(
        "spark",
        "Spark",
        "What will the answer be made of?",
        "Of what is known already, here or in the trade.",
        "Of something new: an invention, a technology, a theory.",
        (
            "Conventional know-how and state of the art",
            "Technological breakthroughs, new inventions, new theories",
        ),
        f"{_DECK}/bvk-27a",
    ),
    Feature(
        "requirements",
        "Requirements",
        "Which of the two is easier to come by?",
        "Care and effort year after year, with hardly any money.",
        "A large sum of money once, with little effort afterwards.",
        (
            "Requires little investment but great effort to maintain it",
            "Requires large investment but little effort to maintain it",
        ),
        f"{_DECK}/bvk-28a",
    ),
    Feature(
        "effort",
        "Effort",
        "What has to get better?",
        "People: what they know, do and agree on.",
        "Technology: machines, systems, software.",
        ("People", "Technology"),
        f"{_DECK}/bvk-09a",
    ),
    Feature(
        "evaluation",
        "Evaluation",
        "By what will the improvement be judged?",
        "By how the work is done, and by what is tried to make results better.",
        "By the result alone, such as the profit.",
        ("Process and efforts for better results", "Results for profit"),
        f"{_DECK}/bvk-30a",
    ),
    Feature(
        "advantage",
        "Advantage",
        "How fast does the demand for this work grow?",
        "Slowly, or not at all: refining what is there pays.",
        "Fast: what is built new will soon be filled.",
        ("Works well in a slow-growth economy", "Better suited to the fast-growth economy"),
        f"{_DECK}/bvk-31a",
    ),
)
"""The rows in the order of the table."""

QUESTIONS: tuple[Question, ...] = (*DECIDING, *FEATURES)
BY_ID = {each.id: each for each in QUESTIONS}
SCALE_WORDS = {
    -2: "clearly kaizen",
    -1: "rather kaizen",
    0: "between the two",
    1: "rather breakthrough",
    2: "clearly breakthrough",
}
