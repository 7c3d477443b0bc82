"""`guide gates`: what a browser tried on every page, and held."""

from __future__ import annotations

import click

from guide.pages import gates_table, read_record


@click.command("gates")
def gates_command() -> None:
    """Print the promises that a browser tried on every page, with the number of pages.

    They are those of the last run in which every promise held; `make gates` tries them again.
    """
    record = read_record()
    click.echo(f"Tried on the pages of the guide of the {record.body}:\n\n{gates_table(record.gates)}", nl=False)
