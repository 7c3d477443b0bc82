"""The folder of the built site made fit to publish: what nobody needs is removed, and the offline copy is listed.

It changes and removes files, and only those of the site: never an author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from guide.publishing import hardening, joined, offline, portable, pruned

NOT_PUBLISHED = (
    *("**/*.map", "assets/javascripts/**/*.js", "assets/stylesheets/palette.*.css", "assets/images/favicon.png"),
    "sitemap.xml.gz",  # it holds the moment of packing, and two builds must be alike
)

_CHANGED_ON = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def page_faults(page: str, stamp: str) -> Iterator[str]:
    """Why a page must not be published; nothing when it may. The stamp proves that the guide on it was checked."""
    if f'data-guide-stamp="{stamp}"' not in page:
        yield "it carries no stamp: overrides/partials/footer.html must write it"
    yield from hardening.faults(page)


def undated_sitemap(sitemap: str) -> str:
    """The sitemap of a build that has no commit, and so no day on which its pages changed."""
    return _CHANGED_ON.sub("", sitemap)


def finish_site(
    site: Path, stamp: str, *, listing: offline.Listing = offline.UNDATED, preview: bool = False
) -> list[str]:
    """Makes the folder fit to publish; gives what forbids it, page by page, and nothing when all is well.

    Every HTML file is looked at, those too that no template made. `listing` is what the list of the offline copy says
    of itself. A `preview` has neither policy nor offline copy.
    """
    for path in [path for pattern in NOT_PUBLISHED for path in site.glob(pattern)]:
        path.unlink()
    for path in [*site.glob("assets/guide/**/*.js"), site / offline.WORKER]:
        _rewrite(path, joined.without_indents(joined.without_comments(path.read_text("utf-8"))))
    for path in site.glob("assets/guide/*.css"):
        _rewrite(path, joined.without_spaces(joined.joined_styles([path.read_text("utf-8")])))
    pages = sorted(site.rglob("*.html"))
    renamed = {} if preview else _prune_theme(site, pages)
    faults = []
    for path in pages:
        page = path.read_text("utf-8")
        faults += [f"{path.relative_to(site).as_posix()}: {fault}" for fault in page_faults(page, stamp)]
        if not preview:
            page = hardening.hardened(page)
            for old, new in renamed.items():
                page = page.replace(old, new)
            _rewrite(path, joined.without_margins(page))
    if not preview:
        faults += _make_portable(site, listing)
        _list_offline_copy(site, listing)
    return faults


class _Files(Mapping[str, bytes]):
    """What the files of a folder hold, each read when it is asked for: a large site is not held in memory."""

    def __init__(self, folder: Path, but: str = "") -> None:
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        self._paths = {name: path for name, path in found.items() if name != but}

    def __getitem__(self, name: str) -> bytes:
        return self._paths[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _make_portable(site: Path, listing: offline.Listing) -> list[str]:
    """Puts the site as a folder to carry beside its PDFs; gives the links in it that lead nowhere."""
    files = _Files(site)
    (site / portable.DOWNLOAD).parent.mkdir(exist_ok=True)
    with (site / portable.DOWNLOAD).open("wb") as place:
        broken = portable.zip_folder(files, listing.until, listing.made, place)
    return [f"{link} names no file" for link in broken]


def _prune_theme(site: Path, pages: Sequence[Path]) -> dict[str, str]:
    """The theme's style sheets cut down to what the pages use; gives their new names by the old ones.

    A name holds a fingerprint and a browser keeps the file for a year, so other content has to have another name.
    """
    used = pruned.names_in(
        pages=(path.read_text("utf-8") for path in pages),
        scripts=(path.read_text("utf-8") for path in site.glob("assets/guide/*.js")),
    )
    ours = [path.read_text("utf-8") for path in site.glob("assets/guide/*.css")]
    renamed = {}
    for path in sorted(site.glob("assets/stylesheets/main.*.css")):
        sheet = pruned.pruned(path.read_text("utf-8"), used, ours)
        fingerprint = sha256(sheet.encode("utf-8")).hexdigest()[:8]
        renamed[path.name] = f"main.{fingerprint}.min.css"
        path.unlink()
        _rewrite(path.with_name(renamed[path.name]), sheet)
    return renamed


def _list_offline_copy(site: Path, listing: offline.Listing) -> None:
    script = site / offline.WORKER
    # The sitemap names the day of the build, and nobody reads it offline.
    files = _Files(site, but="sitemap.xml")
    _rewrite(script, offline.worker(script.read_text("utf-8"), files, listing))


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
