"""A guide as a folder that any generator reading MkDocs' configuration and Material's templates can build: nothing of
it is left to our hooks, which other generators do not run.

Each page stands in a folder of its own, as `forms/index.md`, because generators differ in what they do with the links
of `forms.md` when they publish it as `forms/`; those of an `index.md` lead to the same place before and after.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.model import Guide
from guide.pages import frame_facts, navigation, own_files, render
from guide.print import pdfs, sheets_of
from guide.publishing import WORKER, Logo, Origin, coloured, joined_assets, manifest, today

PROJECT = Path(__file__).resolve().parents[3]
FOR_READERS = ("assets", "offline.md", "_headers", WORKER, ".well-known")
"""What of `docs/` is for readers; the rest is for those who keep the guide."""
DECIDED = (
    "site_name", "site_url", "docs_dir", "site_dir", "hooks", "watch", "exclude_docs", "extra", "extra_css",
    "extra_javascript",
)  # fmt: skip
"""The keys of `mkdocs.yml` that are written anew: by our hooks, or for the folder as it stands."""
_LINKS = re.compile(r"(?<=\]\()([a-z0-9-]+)\.md(?=[)#])")


class Module(str):
    """The path of a script that is a module, which tells so by `type`, as MkDocs' own value does."""

    __slots__ = ()
    type = "module"


def folder_to_build(guide: Guide, origin: Origin, address: str = "") -> dict[str, str | bytes]:
    """Every file by its path: `mkdocs.yml`, `docs/…` and `overrides/…`. `address` is where the site will stand.

    Raises `Problems` where a PDF cannot be printed.
    """
    printed = pdfs(guide, origin, address)
    config = (PROJECT / "mkdocs.yml").read_text("utf-8")
    theirs = _files(PROJECT / "docs", FOR_READERS)
    texts = {path: content.decode("utf-8") for path, content in theirs.items() if path.endswith((".css", ".js"))}
    texts = coloured(guide, texts)
    assets = joined_assets(_named(config, "extra_css"), list(map(Module, _named(config, "extra_javascript"))), texts)
    made: dict[str, str | bytes] = {path: texts.get(path, kept) for path, kept in theirs.items()}
    made = {path: content for path, content in made.items() if path not in assets.used}
    made |= assets.made | {"manifest.webmanifest": manifest(guide)}
    made |= {f"print/{name}": content for name, content in printed.items()}
    made |= {**render(guide, origin, sheets_of(guide, printed)), **own_files(guide)}
    facts = frame_facts(guide, origin, today()) | {"problems": "", "worker": WORKER}
    written: dict[str, str | bytes] = {f"docs/{_place(path)}": _led(path, content) for path, content in made.items()}
    written |= {f"overrides/{path}": content for path, content in _files(PROJECT / "overrides").items()}
    said = guide.partnership.guide
    settings = (
        ("site_name", str(said.title)),
        ("site_description", str(said.about)),
        *([("site_url", address)] if address else []),
        ("nav", _menu(navigation(guide))),
        ("extra", {"generator": False, "guide": facts}),
        ("extra_css", assets.styles),
        ("extra_javascript", list(map(str, assets.scripts))),
    )
    # JSON is YAML: no text of an author can be read as anything else.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False, default=_shown)}" for key, value in settings)
    return written | {"mkdocs.yml": "\n".join([_without(config, DECIDED), *lines, ""])}


def _files(folder: Path, tops: tuple[str, ...] = ()) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = ((path.relative_to(folder), path) for path in found)
    return {one.as_posix(): path.read_bytes() for one, path in named if not tops or one.parts[0] in tops}


def _named(config: str, key: str) -> list[str]:
    """The files that a list of `mkdocs.yml` names, in their order."""
    found = re.search(rf"^{key}:\n((?:[ #].*\n)+)", config, re.MULTILINE)
    return re.findall(r"^  - (?:path: )?(\S+)$", found[1], re.MULTILINE) if found else []


def _without(config: str, keys: tuple[str, ...]) -> str:
    """`mkdocs.yml` without these keys and the comments above each."""
    for key in keys:
        config = re.sub(rf"^(?:#.*\n)*{key}:.*\n(?:(?: .*)?\n)*", "", config, flags=re.MULTILINE)
    return config


def _place(path: str) -> str:
    return f"{path[:-3]}/index.md" if path.endswith(".md") and Path(path).name != "index.md" else path


def _led(path: str, content: str | bytes) -> str | bytes:
    """The links of a page that we write as Markdown, from its new place. All others lead where they led."""
    if not path.endswith(".md") or isinstance(content, str):
        return content
    return re.sub(
        _LINKS, lambda one: "../index.md" if one[1] == "index" else f"../{one[1]}/index.md", content.decode("utf-8")
    )


def _shown(logo: Logo) -> dict[str, str | int]:
    """What a template asks of a logo."""
    return {"path": logo.path, "width": logo.width, "height": logo.height}


def _menu(item: Any) -> Any:
    if isinstance(item, Mapping):
        return {name: _menu(inner) for name, inner in item.items()}
    return [_menu(one) for one in item] if isinstance(item, list) else _place(str(item))
