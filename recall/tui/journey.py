"""A learner's way through the app: open the collection, then Home, a sitting, its Summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from recall.tui.places import FIRST, HOME
from recall.tui.screens.view import Host
from recall.tui.screens.waiting import Ahead

if TYPE_CHECKING:
    from recall.collection.browsing import Browser
    from recall.collection.collection import Collection
    from recall.collection.home import Home
    from recall.collection.scope import Scope
    from recall.collection.sitting import Sitting
    from recall.tui.draw.summary import Report
    from recall.tui.screens.review import ReviewView
    from recall.tui.screens.summary import SummaryView
    from recall.tui.screens.view import View

NOTHING = "Nothing to ask there now."
LEFT_ITS_DECK = "This question has left its deck; here it stays until you have answered it."


class LearnerJourney:
    """Holds the collection. SQLAlchemy, fsrs and yaml are imported where it is opened."""

    host: Host

    def __init__(
        self,
        open_collection: Callable[[], Collection],
        *,
        start: str = "home",
        scope_words: Sequence[str] = (),
        minutes: int | None = None,
        cards: int | None = None,
        last_home: Callable[[], Home | None] = lambda: None,
        search: str = "",
        sort: str = "deck",
    ) -> None:
        """Args are those of ``recall review``; ``last_home`` gives Home as the last session left
        it, if that is still how it is, without opening anything."""
        self._open = open_collection
        self._last_home = last_home
        self._start = start
        self._words = tuple(scope_words)
        self._minutes, self._cards = minutes, cards
        self._search, self._sort = search, sort
        self._collection: Collection | None = None
        self._scope: Scope | None = None

    def start(self, host: Host) -> None:
        """Open the collection and show Home, or the first question where that was asked for.

        Home that the last session left is there while the collection is being opened.
        """
        self.host = host
        if self._start == "home" and not self._words:
            host.work(self._last_home, self._show_last)
        else:
            self._begin_opening()

    def _show_last(self, home: Home | None) -> None:
        if home is None:
            self._begin_opening()
        else:
            self.host.show(Ahead(self._home_view(home)))
            self.host.after_paint(self._begin_opening)

    def _begin_opening(self) -> None:
        self.host.work(self._opened, self._arrive)

    def close(self) -> None:
        """Leave behind what the next start wants to know, and let go of the collection."""
        collection = self._collection
        if collection is None:
            return
        from recall.collection.behind import leave_behind

        try:
            leave_behind(collection)
        finally:
            collection.close()

    @property
    def collection(self) -> Collection:
        """The collection, once it is open."""
        assert self._collection is not None
        return self._collection

    @property
    def scope(self) -> Scope:
        """What the learner asked for by name on the command line."""
        assert self._scope is not None
        return self._scope

    def go_home(self) -> None:
        """Read Home's figures, and decks that were saved meanwhile, and show it."""
        collection, scope = self.collection, self.scope

        def read() -> Home:
            collection.follow_decks()
            return collection.home(scope)

        self.host.work(read, self._show_home)

    def begin(self, scope: Scope) -> None:
        """Plan a sitting and show its first question."""
        collection = self.collection
        self.host.wait()
        self.host.work(
            lambda: collection.sit(scope, self._minutes, self._cards), self._show_sitting
        )

    def more(self, sitting: Sitting) -> None:
        """Plan five more minutes and go on."""
        summary = cast("SummaryView", self.host.view)
        self.host.wait()
        self.host.work(sitting.more, summary.go_on)

    def undo(self) -> None:
        """Take back the newest thing the learner did, in whatever session; say it on Home."""
        from recall.collection.undoing import take_back
        from recall.session.words import WORDS

        def then(said: str) -> None:
            self.host.say(said or WORDS["nothing to undo"])
            self.go_home()

        collection = self.collection
        self.host.wait()
        self.host.work(lambda: take_back(collection), then)

    def open_settings(self) -> None:
        """Show the settings over the place where one is; Home is read anew afterwards."""
        from recall.paths import settings_file
        from recall.tui.screens.settings.overview import SettingsView
        from recall.tui.steering import Steering

        under = self.host.view

        def back() -> None:
            if under.place in (FIRST, HOME):
                self.host.wait()
                self.go_home()
            else:
                self.host.show(under)

        steering = Steering(self.host, self.collection, settings_file())
        self.host.show(SettingsView(steering, back))

    def browse(self) -> None:
        """Show all cards."""
        from recall.tui.screens.browse import browse

        browse(self)

    def practise(self, prompts: Sequence[str]) -> None:
        """Ask some prompts without rescheduling them."""
        from recall.collection.practising import practise

        collection = self.collection
        self.host.wait()
        self.host.work(lambda: practise(collection, prompts), self._show_sitting)

    def _opened(self) -> Home | Sitting | Browser:
        """Open the collection and read what the first place shows. Blocks."""
        collection = self._collection = self._open()
        from recall.collection.behind import note_left
        from recall.collection.scope import EVERYTHING, parse_scope

        if self._start == "browse":
            from recall.collection.browsing import Browser

            self._scope = EVERYTHING
            return Browser(collection)
        if self._start == "practice":
            from recall.collection.practice_words import prompts_for
            from recall.collection.practising import practise

            self._scope = EVERYTHING
            return practise(collection, prompts_for(collection, self._words)[: self._cards])
        scope = parse_scope(self._words, collection.library) if self._words else EVERYTHING
        self._scope = scope
        if self._start == "review":
            return collection.sit(scope, self._minutes, self._cards)
        home = collection.home(scope)
        note_left(collection, home)
        return home

    def _arrive(self, first: Home | Sitting | Browser) -> None:
        from recall.collection.home import Home

        if isinstance(first, Home):
            self._show_home(first)
        elif self._start == "browse":
            from recall.tui.screens.browse import show_cards

            show_cards(self, cast("Browser", first), self._search, self._sort)
        else:
            self._show_sitting(cast("Sitting", first))
        self.host.after_paint(partial(self._make_ready, first))

    def _make_ready(self, first: Home | Sitting | Browser) -> None:
        """While the first place is read: keep Home for the next start, and get ready to write."""
        collection, scope = self.collection, self.scope

        def ready() -> None:
            import recall.tui.screens.review  # noqa: F401
            from recall.collection.behind import leave_today
            from recall.collection.home import Home

            collection.wake()
            if isinstance(first, Home) and not scope.named:
                leave_today(collection, first)

        self.host.work(ready, lambda _: None)

    def _show_home(self, home: Home) -> None:
        self.host.show(self._home_view(home))

    def _home_view(self, home: Home) -> View:
        from recall.tui.screens.first import FirstView
        from recall.tui.screens.home import HomeView

        return FirstView(self, home) if home.status == "first" else HomeView(self, home)

    def _show_sitting(self, sitting: Sitting) -> None:
        if sitting.state.showing is None:
            self.host.say(NOTHING)
            self._start = "home"
            self.go_home()
            return
        from recall.tui.screens.review import ReviewView

        self.host.show(ReviewView(self.host, sitting, self._finish, edit=self._edit))

    def _edit(self, review: ReviewView[Sitting]) -> None:
        """Open the card on the screen in the learner's editor, then go on with what it says now."""
        from recall.tui.deck_editing import edit_in_deck

        sitting = review.sitting
        showing, began = sitting.state.showing, sitting.now()
        if showing is None:
            return

        def come_back(said: str) -> None:
            sitting.absent(sitting.now() - began)
            still_there = sitting.reread()
            review.refit()
            if said or not still_there:
                self.host.say(said or LEFT_ITS_DECK)
            self.host.redraw()

        edit_in_deck(self, showing.planned.candidate.card, come_back)

    def _finish(self, review: ReviewView[Sitting]) -> None:
        """Show the Summary, or Home again where nothing was done."""
        from recall.tui.screens.summary import report_of

        sitting, collection = review.sitting, self.collection
        if sitting.state.done:
            show = partial(self._show_summary, review)
            self.host.work(lambda: report_of(sitting, collection), show)
        elif self._start in ("review", "practice"):
            self.host.leave()
        else:
            self.go_home()

    def _show_summary(self, review: ReviewView[Sitting], report: Report) -> None:
        from recall.collection.behind import leave_behind
        from recall.tui.screens.summary import SummaryView

        view = SummaryView(self, review, report)
        self.host.show(view)
        # While the Summary is read; where the learner leaves at once, closing waits for it.
        collection, state = self.collection, review.sitting.state
        self.host.work(lambda: collection.advice(state), view.advise)
        self.host.work(lambda: leave_behind(collection), lambda _: None)
