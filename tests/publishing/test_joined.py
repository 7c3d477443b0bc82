"""The modules of the browser's half in few files: nothing is lost, and what cannot be joined stops the build."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from mkdocs.config.config_options import ExtraScriptValue

from guide.publishing import NotJoined, joined, joined_assets
from guide.twins.node import find_node
from project.test_hooks import build, project

__all__ = ["project"]

PARTS = {
    "lib/days.js": "// Days.\nexport const ZERO = 0;\nexport class Day {}\nfunction own() { return ZERO; }\n"
    "export function next(day) { return day + 1 + own(); }\n",
    "lib/said.js": "export async function said() { const own = `said`; return own; }\n",
    "first.js": 'import {\n  Day,\n  next,\n} from "./lib/days.js";\nimport "./lib/effect.js";\n'
    "log(next(1), new Day() instanceof Day);\n",
    "second.js": 'import { ZERO } from "./lib/days.js";\nimport { said } from "./lib/said.js";\n'
    "said().then((word) => log(word, ZERO));\n",
    "lib/effect.js": "log(typeof document);\n",
}


def run(script: str) -> list[str]:
    """What a script logs when it runs as a page runs it: not as a module."""
    node = [str(find_node()), "--eval", f"const log = (...all) => console.log(all.join(' '));\n{script}"]
    return subprocess.run(node, capture_output=True, text=True, check=True).stdout.splitlines()


def test_modules_run_once_each_after_what_they_import_and_leave_no_name_behind() -> None:
    made = joined.joined_script(["first.js", "second.js"], PARTS)
    assert made.modules == ("lib/days.js", "lib/effect.js", "first.js", "lib/said.js", "second.js")
    assert run(made.script) == ["undefined", "2 true", "said 0"]
    assert "// Days." not in made.script
    assert run(f"{made.script}log(typeof own);") == ["undefined", "2 true", "undefined", "said 0"]
    assert run("undeclared = 1; log(undeclared);") == ["1"]
    with pytest.raises(subprocess.CalledProcessError):
        run(joined.joined_script(["a.js"], {"a.js": "undeclared = 1;\n"}).script)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("export default function () {}", "“export default function () {}” cannot be joined"),
        ("export let count = 0;", "“export let count = 0;” cannot be joined"),
        ('export * from "./b.js";', "cannot be joined"),
        ("export { one };", "cannot be joined"),
        ("export const { one } = two;", "cannot be joined"),
        ('import * as all from "./b.js";', "cannot be joined"),
        ('import one from "./b.js";', "cannot be joined"),
        ('import { b as c } from "./b.js";', "cannot be joined"),
        ('import "./b.js";\nconst b = 2;', "“b” is declared in b.js too: give one of them another name"),
        ('const late = () => import("./b.js");', "cannot be joined"),
        ("log(import.meta.url);", "cannot be joined"),
        ("await soon();", "cannot be joined"),
        ('import { a } from "./gone.js";', "a.js names gone.js, and there is no such module"),
        ('import { a } from "./circle.js";', "a.js → circle.js → a.js: modules that import one another in a circle"),
    ],
)
def test_what_cannot_be_joined_is_refused_by_its_module(line: str, said: str) -> None:
    files = {"a.js": f"{line}\n", "b.js": "export const b = 1;\n", "circle.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(NotJoined) as refused:
        joined.joined_script(["a.js"], files)
    assert said in str(refused.value)
    assert str(refused.value).startswith(("a.js:", "a.js names", "a.js → "))


def test_what_is_no_module_of_ours_stays_as_it_is() -> None:
    module, plain = ExtraScriptValue("first.js"), "plain.js"
    module.type = "module"
    files = {**PARTS, "plain.js": "var seen = 1;\n", "a.css": ".a{}\n", **dict.fromkeys(joined.BY_ENTRY, "log(1);\n")}
    made = joined_assets(["a.css", "gone.css"], [module, plain], files)
    assert made.scripts == [joined.SCRIPT, plain]
    assert made.styles == [joined.STYLES, "gone.css"]
    assert made.used == {"a.css", "first.js", "lib/days.js", "lib/effect.js", *joined.BY_ENTRY}


def test_comments_for_us_are_not_sent_to_readers() -> None:
    script = '// why\n/** what\n * it gives */\nconst a = "// kept"; // kept\n  // gone\nconst b = /\\/\\*/;\n'
    assert joined.without_comments(script) == 'const a = "// kept";\nconst b = /\\/\\*/;\n'
    assert joined.without_comments("const a = 'x; // y'; // it's\n") == "const a = 'x; // y'; // it's\n"
    spaced = '.a { content: "a ; b : c"; }\n  .b > p,\n.c:not(.d, .e) { margin: 0 1px }\n'
    assert joined.without_spaces(spaced) == '.a{content:"a ; b : c";}.b > p,.c:not(.d,.e){margin:0 1px}'
    assert joined.joined_styles(["/* a\n b */\n.a{}", ".b{} /* kept */\n"]) == ".a{}\n.b{} /* kept */\n"


def test_every_line_that_we_wrote_is_published_and_runs_without_a_loader(root: Path, built_site: Path) -> None:
    written = {path.name: path.read_text("utf-8") for path in (root / "docs/assets/guide").rglob("*.js")}
    assert len(written) > 20
    published = {path.relative_to(built_site).as_posix(): path.read_text("utf-8") for path in built_site.rglob("*.js")}
    assert set(published) == {
        *("sw.js", "assets/guide/early.js", "assets/guide/search/index.js", joined.SCRIPT),
        *joined.BY_ENTRY.values(),
    }
    assert sum("createPolicy(" in text for text in published.values()) == 1, "a browser lets it be said only once"
    lines = set("".join(published.values()).replace("export ", "").splitlines())
    for name, text in written.items():
        # A text over several lines could hold what looks like a comment.
        assert all(line.count("`") % 2 == 0 for line in text.splitlines()), f"{name}: a template over several lines"
        code = joined.without_comments(text)
        assert "/**" not in code, f"{name}: types behind code, which readers would be sent"
        kept = [line.removeprefix("export ").lstrip() for line in joined._IMPORT.sub("", code).splitlines()]
        assert [line for line in kept if line not in lines] == [], name
    for path, text in published.items():
        done = subprocess.run([str(find_node()), "--check", "-"], input=text, text=True, check=False)
        assert done.returncode == 0, path


def test_a_module_that_cannot_be_joined_stops_the_build(project: Path, tmp_path: Path) -> None:
    with (project / "docs/assets/guide/menu.js").open("a", encoding="utf-8") as module:
        module.write("export default 1;\n")
    done = build(project, tmp_path / "site", GUIDE_COMMIT="0123456789", SOURCE_DATE_EPOCH="1767614400")
    assert done.returncode == 1
    assert "assets/guide/menu.js: “export default 1;” cannot be joined" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_loses_its_margins_unless_spaces_may_be_text() -> None:
    assert joined.without_margins("<p>\n\n   One\n  two</p>\n") == "<p>\nOne\ntwo</p>\n"
    assert joined.without_margins("<pre>\n  one</pre>") == "<pre>\n  one</pre>"
