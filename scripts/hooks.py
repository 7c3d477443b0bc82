"""MkDocs events handed to `guide`, which does the work. The only file that imports mkdocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guide import edition, site
from guide.checks import check_guide
from guide.checks.currency import check_currency
from guide.problems import Problems, problems_as_text
from guide.reading import Guide, read_guide

log = logging.getLogger("mkdocs.plugins.guide")
origin = edition.read_origin(Path(__file__).parent)
NOT_PUBLISHED = (
    *("**/*.map", "assets/javascripts/lunr/**/*.js", "assets/stylesheets/palette.*.css", "assets/images/favicon.png"),
    "sitemap.xml.gz",  # it holds the moment of packing, and two builds must be alike
)


class Kept:
    """What `mkdocs serve` keeps from build to build: the last guide that was right, and what is wrong since."""

    serving = False
    guide: Guide | None = None
    problems = ""


def on_startup(command: str, dirty: bool) -> None:
    Kept.serving = command == "serve"
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(origin.epoch))


def on_config(config: MkDocsConfig) -> None:
    try:
        guide = read_guide(Path(config.config_file_path).parent / "procedures")
        if problems := [*check_guide(guide), *check_currency(guide, edition.today())]:
            raise Problems(problems)
        Kept.guide, Kept.problems = guide, ""
    except Problems as found:
        Kept.problems = problems_as_text(found.problems)
        if not Kept.serving:
            raise PluginError(f"The guide has problems. Nothing was built.\n{Kept.problems}") from None
        log.error("The guide has problems. The site shows it as it last stood.\n%s", Kept.problems)
    config.nav = site.navigation(Kept.guide) if Kept.guide else None
    footer = edition.footer(Kept.guide, site.stamp(Kept.guide), edition.today()) if Kept.guide else {"stamp": "none"}
    config.extra["guide"] = footer | {"problems": Kept.problems}


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    build = site.Build(origin.version, origin.commit, origin.date)
    pages = dict(site.render(Kept.guide, build)) if Kept.guide else {}
    if Kept.problems:
        lines = "\n".join(f"    {line}" for line in Kept.problems.splitlines())
        pages["problems.md" if Kept.guide else "index.md"] = f"# What must be mended\n\n{lines}\n"
    for path, content in pages.items():
        files.append(File.generated(config, path, content=content))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> None:
    if f'data-guide-stamp="{config.extra["guide"]["stamp"]}"' not in output:
        raise PluginError(f"{page.file.src_uri} carries no stamp: overrides/partials/footer.html must write it")


def on_post_build(*, config: MkDocsConfig) -> None:
    folder = Path(config.site_dir)
    for path in [path for pattern in NOT_PUBLISHED for path in folder.glob(pattern)]:
        path.unlink()
    bare = [path.name for path in folder.rglob("*.html") if "data-guide-stamp=" not in path.read_text("utf-8")]
    if bare:
        raise PluginError(f"Pages without a stamp, so nothing proves they were checked: {', '.join(bare)}")
