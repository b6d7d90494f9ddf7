"""The places of the app by name, and what holds in several of them alike."""

from __future__ import annotations

FIRST, HOME, SUMMARY, HELP = "first", "home", "summary", "help"
ASKING, TYPING, PAUSED, PICKING, PLACING = "asking", "typing", "paused", "picking", "placing"
SETTINGS, KEY_LIST, KEYING = "settings", "key list", "keying"
"""Lists of settings; the list of keys; and there, waiting for the key that an action shall have."""
NAMING, WEIGHING, ADVISED = "naming", "weighing", "advised"
"""The compass: what the problem is about, a question, the recommendation."""
THINGS, NOTING, LEFT_NOTE = "things", "noting", "left note"
"""One small thing: the list, its text field, and the field while it is left."""
ANSWERED, WRONG, FAILED, WAITING = "answered", "wrong", "failed", "waiting"
BROWSE, SEARCHING, CARD_PAGE, PRACTISE = "browse", "searching", "card page", "practise"
INSIGHT = "insight"
COPY_DECK, PREVIEW_LIST, PREVIEW_BROKEN = "copy deck", "preview list", "preview broken"

BEFORE = (ASKING, PAUSED, PICKING, PLACING)
AFTER = (ANSWERED, WRONG)
CARD = (*BEFORE, *AFTER)
PREVIEWED = {place: f"preview {place}" for place in (*CARD, TYPING)}
"""A question's places while an author previews a deck: some other keys are in force there."""
PREVIEW = tuple(PREVIEWED[place] for place in CARD)
MOVING = (*CARD, TYPING, FAILED)
"""Places where time passes on the screen."""
TEXT_PLACES = (TYPING, SEARCHING, NAMING, NOTING, PREVIEWED[TYPING], PREVIEW_LIST)
"""Places where letters go to the text field."""
NUMBERED = (PICKING, PLACING, WEIGHING, PREVIEWED[PICKING], PREVIEWED[PLACING])
"""Places where the digits from 1 pick what they stand before."""
LISTS = (SETTINGS, KEY_LIST)
TABLES = (BROWSE, PRACTISE)
EVERYWHERE = (
    *(FIRST, HOME, *CARD, FAILED, SUMMARY, HELP, *LISTS, WAITING),
    *(*TABLES, CARD_PAGE, INSIGHT, WEIGHING, ADVISED, THINGS, LEFT_NOTE),
    *(*PREVIEW, PREVIEW_BROKEN, COPY_DECK),
)
SCROLLED = (*CARD, SUMMARY, HELP, FIRST, CARD_PAGE, INSIGHT, WEIGHING, ADVISED, PREVIEW_BROKEN)
"""Places whose text may be longer than the window."""
