"""A site on its way to its place: made beside it, and put there when nothing speaks against it."""

from __future__ import annotations

from pathlib import Path

from guide.problems import Problems
from guide.whole import Unfinished, not_written


class SiteInMaking:
    """One build. Until `end`, what stood in the site's place stays there; so it does where the build fails."""

    def __init__(self, place: str) -> None:
        """Raises `Problems` where nothing can be written, or where another build is making the same site."""
        self.folder = Unfinished(Path(place))
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
