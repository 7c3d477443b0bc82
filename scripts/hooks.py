"""MkDocs events handed to `guide`, which does the work. The only file that imports mkdocs."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guide import pages, publishing
from guide.checks import check_warnings
from guide.findings import findings_of
from guide.model import Guide
from guide.print import pdfs, sheets_of
from guide.problems import Problems, problems_as_text
from guide.reading import read_guide

log = logging.getLogger("mkdocs.plugins.guide")
logging.getLogger("guide").parent = log  # so that a warning of the package fails a strict build too
material = distribution("mkdocs-material")
on_serve = publishing.see_what_comes_back
theme = pages.Theme(material.version, material.read_text("licenses/LICENSE") or "")


class Kept:
    """What is kept from event to event and, by `mkdocs serve`, from build to build: the last guide that was right."""

    origin: publishing.Origin
    serving = began = False
    guide: Guide | None = None
    pages: Mapping[str, str] = {}
    printed: Mapping[str, bytes] = {}
    problems = ""
    site: publishing.SiteInMaking | None = None


def on_startup(command: str, dirty: bool) -> None:
    publishing.collect_seldom()
    Kept.serving = command == "serve"
    try:
        Kept.origin = publishing.read_origin(Path(__file__).parents[1] / "procedures")
    except Problems as found:
        raise PluginError(f"Nothing was built.\n{found}") from None
    os.environ |= {"SOURCE_DATE_EPOCH": str(Kept.origin.epoch)} if Kept.origin.epoch else {}


def on_config(config: MkDocsConfig) -> None:
    if Kept.serving and not Kept.began and (refused := publishing.taken(*config.dev_addr)):
        raise PluginError(refused)
    Kept.began = True
    try:
        if not Kept.serving:  # a site is made beside its place; a preview has none
            Kept.site = publishing.SiteInMaking(config.site_dir, Path(config.config_file_path).parent / "procedures")
            config.site_dir = str(Kept.site.folder.path)
        guide = _checked_guide(config)
        # While serving, the PDFs stay those of the start: to make them at each save would cost seconds.
        Kept.printed = (Kept.serving and Kept.printed) or pdfs(guide, Kept.origin, config.site_url or "")
        Kept.pages = pages.render(guide, Kept.origin, sheets_of(guide, Kept.printed), theme)
        if Kept.problems:
            log.info("No problems.")
        Kept.guide, Kept.problems = guide, ""
    except Problems as found:
        Kept.problems = problems_as_text(found.problems)
        if not Kept.serving:
            raise PluginError(f"Nothing was built. These are the problems:\n{Kept.problems}") from None
        log.error("The guide has problems. The site shows it as it last stood.\n%s", Kept.problems)
    if Kept.guide and (told := Kept.guide.partnership.guide):
        config.nav, config.site_name, config.site_description = pages.navigation(Kept.guide), told.title, told.about
    facts = pages.frame_facts(Kept.guide, Kept.origin, publishing.today())
    config.extra["guide"] = facts | {"problems": Kept.problems, "worker": "" if Kept.serving else publishing.WORKER}


def _checked_guide(config: MkDocsConfig) -> Guide:
    """The guide of the folder. Raises `Problems` with everything that an author must mend first."""
    guide = read_guide(Path(config.config_file_path).parent / "procedures", while_edited=Kept.serving)
    production = not Kept.serving and publishing.is_production(config.site_url)
    if problems := findings_of(guide, publishing.today(), production=production, addresses=False).problems:
        raise Problems(problems)
    for warning in check_warnings(guide, publishing.today()):
        log.info("%s", warning)
    return guide


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    made: dict[str, str | bytes] = {f"print/{name}": content for name, content in Kept.printed.items()}
    if guide := Kept.guide:
        made |= {**pages.heads_of(Kept.pages), **pages.own_files(guide)}
    made |= {"problems.md" if guide else "index.md": pages.problem_page(Kept.problems)} if Kept.problems else {}
    ours = {file.src_uri: file for file in files if file.src_uri.endswith((".css", ".js"))}
    text = publishing.coloured(Kept.guide, {path: one.content_string for path, one in ours.items()})
    assets = publishing.joined_assets(config.extra_css, config.extra_javascript, text)
    config.extra_css, config.extra_javascript = assets.styles, assets.scripts
    made |= assets.made | {"manifest.webmanifest": publishing.manifest(Kept.guide)}
    for path in assets.used:
        files.remove(ours[path])
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    if body := pages.body_of(Kept.pages.get(page.file.src_uri, "")):
        page.present_anchor_ids = pages.places_on(body)
    return body or html


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    return output if Kept.origin.epoch or template_name != "sitemap.xml" else publishing.undated_sitemap(output)


def on_post_build(*, config: MkDocsConfig) -> None:
    # The reload that `mkdocs serve` writes into its pages is an inline script, which the policy would stop.
    listing = publishing.listing_of(Kept.guide, Kept.origin, publishing.today()) if Kept.guide else publishing.UNDATED
    site, stamp = Path(config.site_dir), config.extra["guide"]["stamp"]
    if faults := publishing.finish_site(site, stamp, listing=listing, preview=Kept.serving):
        raise PluginError("\n".join(["The site must not be published.", *faults]))
    if Kept.site:
        Kept.site.whole = True
        config.site_dir = str(Kept.site.folder.place)  # for whoever looks at it after the build, as gh-deploy does


def on_build_error(*, error: Exception) -> None:
    if Kept.site:
        Kept.site.whole = False
    if isinstance(error, publishing.NotJoined):
        raise PluginError(str(error)) from None
    if isinstance(error, OSError):  # MkDocs would show a traceback
        said = Kept.site.complaint(error) if Kept.site else f"{error.filename or 'Preview'}: {error.strerror or error}"
        raise (Abort if Kept.serving else PluginError)(said) from None


def on_shutdown() -> None:
    if Kept.site and (refused := Kept.site.end()):
        raise PluginError(refused)
