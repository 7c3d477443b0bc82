"""What a command prints, as bytes: UTF-8 in every file and pipe, whatever the system would have."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress

import click


def as_utf8() -> None:
    """Has both outputs write UTF-8, with the ends of lines as they were given, where they go to a file or a pipe.

    Windows would write its own code page there, which has no arrows, and a carriage return more in every line of a
    spreadsheet. A terminal keeps its letters, and shows an escape for those that it lacks.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def said_of(error: OSError) -> int:
    """Says what could not be read or printed, and gives the exit status. Silent where a reader had enough."""
    if error.filename is None:
        _given_up()
        if error.errno in (errno.EPIPE, errno.EINVAL):  # the second is what Windows calls it
            return 0
    click.echo(f"{error.filename or 'What was to be printed'}: {error.strerror or error}", err=True)
    return 1


def _given_up() -> None:
    """Keeps Python from trying once more, at its end, to write what could not be written, and complaining of that."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
