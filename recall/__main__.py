"""``python -m recall`` and the ``recall`` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] == ["due", "--short"]:
        # Asked at every prompt of a shell: answered before anything else is imported.
        from recall.status import show

        sys.exit(show())
    from recall.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
