"""The folder to carry of a built site, taken out of its .zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

from guide.publishing import portable


def taken_out(site: Path, into: Path) -> Path:
    """Where the folder is, after it was taken out of the .zip of `site` as a reader does it."""
    with zipfile.ZipFile(site / portable.DOWNLOAD) as archive:
        archive.extractall(into)
    return into / portable.IN_THE_ZIP
