"""Stands where Speech Dispatcher's client would, inside Orca: what Orca gives it to say is written down.

The real one waits for ever on a machine without a sound card. Orca finds this file first on its path, and is run by
the system's own Python, so nothing is imported here but what every Python has.
Each thing said becomes one line of JSON, a text, in the file that EAR_SAID names.
"""

from __future__ import annotations

import html
import json
import os
import re
from typing import Any


class CallbackType:
    BEGIN = "begin"
    CANCEL = "cancel"
    END = "end"
    INDEX_MARK = "index mark"


class PunctuationMode:
    ALL = "all"
    MOST = "most"
    SOME = "some"
    NONE = "none"


class Priority:
    MESSAGE = "message"


class DataMode:
    SSML = "ssml"


class SSIPCommunicationError(Exception):
    pass


class SSIPClient:
    """The calls by which something is said. All others, which set a voice or ask for one, have no effect."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self._said = os.open(os.environ["EAR_SAID"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def speak(self, text: str, callback: Any = None, **_: Any) -> None:
        self._write(html.unescape(re.sub(r"<[^>]*>", "", text)))
        if callback:  # whoever reads a whole page waits for the end of each part
            from gi.repository import GLib

            GLib.idle_add(callback, CallbackType.END)

    def char(self, text: str) -> None:
        self._write(text)

    def list_output_modules(self) -> tuple[str, ...]:
        return ()

    def list_synthesis_voices(self) -> tuple[str, ...]:
        return ()

    def __getattr__(self, name: str) -> Any:
        return lambda *_, **__: None

    def _write(self, text: str) -> None:
        os.write(self._said, (json.dumps(" ".join(text.split())) + "\n").encode())
