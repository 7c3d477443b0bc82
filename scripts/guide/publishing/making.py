"""A site on its way to its place: made beside it, and put there when nothing speaks against it."""

from __future__ import annotations

import logging
from pathlib import Path

from guide.problems import Problems
from guide.whole import Unfinished, not_written, refuse_within

_log = logging.getLogger("guide")


class SiteInMaking:
    """One build. Until `end`, what stood in the site's place stays there; so it does where the build fails."""

    def __init__(self, place: str, content: Path) -> None:
        """Raises `Problems` where nothing can be written, and where another build is making the same site.

        The folder with the guide's content is no place for one: every file there is read, or in the way.
        """
        refuse_within(content, [Path(place)])
        self.folder = Unfinished(Path(place))
        for path in self.folder.removed:
            _log.info("Removed what an interrupted build had left: %s", path)
        self.whole = False
        """Whether everything is in it. A warning may still speak against it."""

    def complaint(self, error: OSError) -> str:
        """What the system refused, by the name that it would have in the site."""
        made = self.folder.path
        named = [Path(one) for one in (error.filename2, error.filename) if isinstance(one, str)]
        path = next(iter(named), made)
        if path.is_relative_to(made):
            return f"Nothing was built.\n{not_written(self.folder.place / path.relative_to(made), error)}"
        return f"Nothing was built.\n{path}: {error.strerror}"

    def end(self) -> str:
        """Puts the site in its place if it is whole; gives what kept it from there."""
        try:
            if self.whole:
                self.folder.move()
        except Problems as found:
            return f"The site was built and could not be put in its place.\n{found}"
        finally:
            self.folder.give_up()
        return ""
