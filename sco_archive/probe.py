"""Ask the server on this machine whether it is ready: `python -m sco_archive.probe` (the container's health check)."""

import os
import sys
from urllib.error import URLError
from urllib.request import urlopen


def main() -> None:
    """Exit 0 when /readyz answers 200, else 1 with the reason."""
    address = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}/readyz"
    try:
        with urlopen(address, timeout=4):
            return
    except URLError as error:
        sys.exit(f"{address}: {error}")


if __name__ == "__main__":
    main()
