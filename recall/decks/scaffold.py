"""The deck that ``recall deck new`` begins with: one card of each kind, with a remark on each.

Lists stand in blocks, one member a line, because a comma in ``[a, b]`` bites. The cards are true
ones and not "TODO": a beginner sees what a good one looks like, and the deck can be tried at once.
"""

from __future__ import annotations

import json
import re

from recall.decks.schema import FILE_NAME

# What YAML takes as it stands, wherever it is read.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/–-]*[\w.)])?\Z")
_NO_TEXT = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)\Z", re.IGNORECASE)


def scaffold(deck: str, title: str, file: str) -> str:
    """The text of a new deck.

    Args:
        deck: its id.
        title: its title, any text.
        file: what the file will be called, for the commands in the remarks.
    """
    named = _HEAD.replace("<id>", deck).replace("<title>", _yaml(title))
    return (named + _CARDS).replace("<file>", _one_word(file)).replace("<schema>", FILE_NAME)


def _yaml(text: str) -> str:
    plain = _PLAIN.match(text) and not _NO_TEXT.match(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _one_word(file: str) -> str:
    """A file name as a command line takes it."""
    return file if re.fullmatch(r"[\w./\\:-]+", file) else f'"{file}"'


_HEAD = """\
# yaml-language-server: $schema=./<schema>
#
# A deck of cards. Change what you like, and take out the kinds that you do not need.
#
#   recall deck check <file>     names every mistake, with its line
#   recall deck fmt <file>       writes an id for each new card
#   recall review <file>         asks you the cards
#   recall add <file>            puts the deck among your own
#
# Indent with spaces, never with tabs. Put a text in quotes if it holds ': ' or ' #',
# or write it below its key after >- as some cards here do.

recall: 1                   # the version of this file format
deck: <id>
# The id above never changes: learners' progress hangs on it. The title may.
title: <title>
version: 0.1.0
language: en
description: >-
  What makes problems visible at the workplace, and what to do then.

# Where the facts are from. A card names the key on the left, maybe with ", p. 12".
sources:
  liker04: Jeffrey K. Liker, The Toyota Way (2004)
  ohno88: Taiichi Ohno, Toyota Production System (1988)
  hirano95: Hiroyuki Hirano, 5 Pillars of the Visual Workplace (1995)

"""

_CARDS = """\
cards:
  # A question: q and a. Short answers are learnt best.
  - id: andon-who
    q: Who may pull the andon cord on a Toyota line?
    a: Everyone who works there.
    # hint is shown on request, why after the answer.
    hint: Think of who sees a problem first.
    why: Help comes at once only if whoever sees the problem may call it.
    source: liker04

  # A word to type: q and typed. accept lists spellings that are as good.
  - id: gemba-word
    q: Which Japanese word names the place where the work is done?
    typed: gemba
    accept:
      - genba
      - 現場
    source: liker04

  # A choice: options, each right or wrong. Say why a wrong one is wrong.
  - id: five-whys-stop
    q: When you ask "why?" again and again, when do you stop?
    options:
      - right: At a cause that you can remove
      - wrong: At the fifth answer
        why: Five is a rule of thumb; some problems take three, some take seven.
      - wrong: At the person who made the mistake
        why: The next question is what in the process let it happen.
    source: ohno88

  # A term: asked both ways, so the meaning must fit this term only.
  - id: muda
    term: muda
    means: work that costs effort and adds no value
    source: ohno88

  # A text with gaps: every {{gap}} is a question; a hint may follow a bar.
  - id: standard-first
    cloze: >-
      Where there is no {{standard|what makes a deviation visible}}, there can
      be no {{improvement}}.
    source: ohno88

  # A sequence: order and items. "cycle: true" would lead from the last to the first.
  - id: five-s
    order: Put the five S in order.
    items:
      - Sort
      - Set in order
      - Shine
      - Standardize
      - Sustain
    # all: recite the whole list; next: what follows "Shine"?
    ask:
      - all
      - next
    source: hirano95

  # A comparison: two things, and what they differ in. Each row gives two questions.
  - id: push-pull
    compare:
      - Push
      - Pull
    rows:
      What starts the work:
        - the schedule
        - a signal from the next step
      What limits the stock:
        - nothing but space
        - the number of signals
    source: ohno88

  # A case: tell it before any of the first three kinds; it needs a why.
  # This card has no id yet. Leave ids out: "recall deck fmt" writes them.
  - case: >-
      A machine stops twice a shift. The crew clears the jam in a minute and
      goes on. Nobody writes it down.
    q: What do you do first?
    a: Make each stop visible, say with a mark on a board.
    why: >-
      A problem that nobody sees is not solved; the marks tell how often it
      happens, and when.
    source: liker04
"""
