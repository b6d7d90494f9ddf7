"""What the columns of a table mean: guessed from their names, or said by whoever imports."""

from __future__ import annotations

from collections.abc import Sequence

from recall.errors import UsageError
from recall.transfer.texts import line_of

OUT = "-"
ROLES = ("q", "a", "term", "means", "typed", "cloze", "hint", "why", "source", "tags", "id")
MORE_ROLES = ("module", "accept", "lang")
_NAMES = {
    "q": "q question front prompt frage vorderseite pregunta domanda recto 問題 表",
    "a": "a answer back response antwort rückseite respuesta réponse risposta verso 答え 裏",
    "term": "term word expression begriff wort término terme vocabulary",
    "means": "means meaning definition translation bedeutung übersetzung définition definición",
    "typed": "typed type",
    "cloze": "cloze text lückentext",
    "hint": "hint clue hinweis tipp indice pista",
    "why": "why explanation comment extra notes note reason erklärung explication explicación",
    "source": "source reference quelle fuente",
    "tags": "tags tag keywords labels schlagwörter etiquetas",
    "id": "id guid key card",
    "module": "module chapter section topic deck kapitel thema",
    "accept": "accept also alternatives",
    "lang": "lang language sprache",
}
_ROLE_OF = {name: role for role, names in _NAMES.items() for name in names.split()}
_PAIRS = {"q": "a", "term": "means"}


def role_of(name: str) -> str:
    """The role that a column's name says; "" where it says none."""
    return _ROLE_OF.get(line_of(name).casefold().strip("#:. *"), "")


def is_header(row: Sequence[str]) -> bool:
    """Whether a first row names columns: at least two known names, or all of them known."""
    known = sum(bool(role_of(cell)) for cell in row)
    return known >= 2 or (known > 0 and known == sum(bool(cell.strip()) for cell in row))


def guessed(header: Sequence[str], width: int, kind: str = "") -> tuple[str, ...]:
    """The roles of the columns; ``-`` for one that is left out.

    Args:
        header: the names, or () where the table has none: then the first two count.
        kind: ``basic``, ``term`` or ``typed`` where it was said what the rows are.
    """
    roles = [role_of(name) or OUT for name in header]
    roles += [OUT] * (width - len(roles))
    seen: set[str] = set()
    for place, role in enumerate(roles):
        if role in seen:
            roles[place] = OUT
        seen.add(role)
    if not any(role in roles for role in ("q", "term", "cloze")):
        free = [place for place, role in enumerate(roles) if role == OUT]
        for place, role in zip(free, ("q", "a"), strict=False):
            if role not in roles:
                roles[place] = role
    _pair_up(roles)
    return tuple(_as_kind(roles, kind))


def _pair_up(roles: list[str]) -> None:
    """``Question | Meaning`` and ``Term | Answer`` too are a question and its answer."""
    for first, second in (("q", "means"), ("term", "a")):
        if first in roles and second in roles and _PAIRS[first] not in roles:
            roles[roles.index(second)] = _PAIRS[first]


def _as_kind(roles: list[str], kind: str) -> list[str]:
    wanted = {"basic": ("q", "a"), "term": ("term", "means"), "typed": ("q", "typed")}.get(kind)
    if not wanted:
        return roles
    first, second = wanted
    change = {"q": first, "term": first, "a": second, "means": second, "typed": second}
    return [change.get(role, role) for role in roles]


def said(words: str) -> tuple[str, ...]:
    """The roles that ``--columns`` says.

    Raises:
        UsageError: a role that there is none, or no question among them.
    """
    roles = tuple(word.strip() or OUT for word in words.split(","))
    for role in roles:
        if role not in (OUT, *ROLES, *MORE_ROLES):
            mend = f"a column is one of: {', '.join((*ROLES, *MORE_ROLES))}; - leaves one out"
            raise UsageError(f"there is no column {role!r}", where="--columns", mend=mend)
    if not any(role in roles for role in ("q", "term", "cloze")):
        mend = "for example: --columns q,a,-,tags"
        raise UsageError("no column holds the question", where="--columns", mend=mend)
    return roles
