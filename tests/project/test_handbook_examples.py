"""What the handbook shows is what the guide accepts. That its dates are right is asked in tests/content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from guide.model.entries import AnyEntry, Step
from guide.model.procedure import Procedure
from guide.reading.schema import FILE_KINDS, kind_of
from guide.strict_yaml.text import read_text
from handbook import HANDBOOK, field_of


def yaml_blocks() -> list[tuple[str, str]]:
    """The first line and the text of each YAML example."""
    found = []
    for indent, block in re.findall(r"^( *)```yaml\n(.*?)^ *```$", HANDBOOK, re.M | re.S):
        text = "\n".join(line.removeprefix(indent) for line in block.splitlines()) + "\n"
        found.append((text.split("\n")[0], text))
    return found


@pytest.mark.parametrize(("title", "text"), yaml_blocks(), ids=[title for title, _ in yaml_blocks()])
def test_an_example_is_what_the_guide_accepts(title: str, text: str) -> None:
    """Its first line says where it stands: `# notification.yml`, or `# notification.yml: part of a step`."""
    place = re.fullmatch(r"# ([a-z/-]+\.yml)(: part of a step)?", title)
    assert place, "say in the first line which file this stands in"
    value = read_text(text, place[1]).value
    noun: Any = FILE_KINDS[kind_of(Path(place[1]))]
    if place[2] or (isinstance(value, dict) and not required_of(noun) <= value.keys()):
        part = Step if place[2] else noun
        for key, item in value.items():
            TypeAdapter(field_of(part, key).rebuild_annotation()).validate_python(item)
    elif isinstance(value, list) and noun is Procedure:
        TypeAdapter(tuple[AnyEntry, ...]).validate_python(value)
    else:
        TypeAdapter(noun).validate_python(value)


def required_of(noun: Any) -> set[str]:
    if not (isinstance(noun, type) and issubclass(noun, BaseModel)):
        return set()
    return {field.alias or name for name, field in noun.model_fields.items() if field.is_required()}


def test_the_handbook_has_an_example_of_every_kind_of_file() -> None:
    shown = {kind_of(Path(title.removeprefix("# ").split(":")[0])) for title, _ in yaml_blocks()}
    assert shown == set(FILE_KINDS)
