"""The command `guide`. Exit status 0: all is well; 1: something the author or reader must mend; 2: wrong usage."""

from __future__ import annotations

import sys
from typing import Any

import click

from guide.calendars import DayError
from guide.cli.calendar import calendar_command
from guide.cli.check import check
from guide.cli.days import days_command
from guide.cli.diagrams import diagrams_command
from guide.cli.doubt import doubt_command
from guide.cli.finish import finish_command
from guide.cli.gates import gates_command
from guide.cli.inspect import inspect_command
from guide.cli.new import new_command
from guide.cli.output import as_utf8, said_of
from guide.cli.pdf import pdf_command
from guide.cli.schema import schema_command
from guide.cli.second_reading import second_reading_command
from guide.cli.timeline import timeline_command
from guide.cli.verify import verify_command
from guide.cli.write import write_command
from guide.dates import CircularSteps
from guide.problems import Problems
from guide.publishing import collect_seldom
from guide.twins import NodeProblem


class PlainMessages(click.Group):
    """A group whose commands end in a message and never in a traceback, whatever the author or reader wrote."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        as_utf8()
        collect_seldom()
        try:
            return super().main(*arguments, **settings)
        except OSError as error:  # how to use it could not be printed
            sys.exit(said_of(error))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (Problems, DayError, NodeProblem, CircularSteps) as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except OSError as error:
            ctx.exit(said_of(error))


@click.group(cls=PlainMessages, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, count and publish the procedures of a safeguarding partnership."""


for command in (
    check,
    timeline_command,
    days_command,
    verify_command,
    write_command,
    finish_command,
    pdf_command,
    schema_command,
    new_command,
    calendar_command,
    diagrams_command,
    gates_command,
    doubt_command,
    inspect_command,
    second_reading_command,
):
    main.add_command(command)
