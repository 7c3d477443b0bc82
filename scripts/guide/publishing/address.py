"""Whether a preview can be shown where it is asked for."""

from __future__ import annotations

import os
import socket


def free_address(host: str, port: int, tries: int = 20) -> str:
    """`host:port` for the first port from `port` on that is free; `port` itself where none of `tries` is."""
    free = (one for one in range(port, port + tries) if not taken(host, one))
    return f"{host}:{next(free, port)}"


def taken(host: str, port: int) -> str:
    """Why nothing can be served there, and what to do instead; empty where it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if os.name == "posix":  # elsewhere this would share the port with whoever has it
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError) as error:
            said = (getattr(error, "strerror", None) or str(error)).lower()
            return (
                f"Nothing can be served at {host}:{port}: {said}. Perhaps it is served already: look there, "
                "or serve at another port: mkdocs serve --dev-addr 127.0.0.1:8001"
            )
    return ""
