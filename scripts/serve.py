"""The site with live reload, at the first port from 8000 on that nobody uses: `python scripts/serve.py`."""

from __future__ import annotations

import subprocess
import sys

from guide.publishing import free_address

if __name__ == "__main__":
    address = free_address("127.0.0.1", 8000)
    try:
        sys.exit(
            subprocess.run([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address], check=False).returncode
        )
    except KeyboardInterrupt:  # MkDocs has said what there is to say
        sys.exit(0)
