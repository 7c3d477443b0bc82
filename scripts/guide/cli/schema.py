"""`guide schema`: the JSON Schemas that let an editor help an author."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli.options import PlaceToWrite, procedures_option, tell_removed
from guide.problems import Problems
from guide.reading import check_schemas, schemas
from guide.whole import real, refuse_within, write_into


@click.command("schema")
@click.argument("target", metavar="[DIR]", required=False, type=PlaceToWrite(path_type=Path, file_okay=False))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say which schemas differ from the model.")
@procedures_option
def schema_command(target: Path | None, only_check: bool, folder: Path) -> None:
    """Write the JSON Schemas of the YAML files, for editors, into DIR.  [default: schema in the procedures folder]"""
    if target is not None and real(target) != real(folder / "schema"):
        refuse_within(folder, [target])
    target = target or folder / "schema"
    if only_check:
        if problems := list(check_schemas(target)):
            raise Problems(problems)
        click.echo(f"The schemas in {target} are in step with the model.")
    else:
        made = schemas()
        tell_removed(write_into(target, made))
        click.echo(f"{len(made)} schemas are in {target}")
