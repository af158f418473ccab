"""`python -m etl.first_run`: on a machine without any data, demo deliveries, a night and demo accounts."""

import subprocess
import sys

from luko.config import settings

DEMO = ["--seed", "1", "--projects", "13000"]


def untouched() -> bool:
    """Whether inbox, archive and warehouse are all empty."""
    kept = [settings().folder(name) for name in ("inbox", "archive")]
    return not settings().warehouse_path.exists() and not any(any(folder.iterdir()) for folder in kept)


def main() -> int:
    """Run the same commands a person would, and stop at the first that fails; returns its exit code."""
    if not untouched():
        return 0
    for words in (["etl", "demo", *DEMO], ["etl", "nightly"], ["luko", "accounts", "demo"]):
        print(f"Eerste keer: python -m {' '.join(words)}", flush=True)
        done = subprocess.run([sys.executable, "-m", *words], check=False)  # noqa: S603  (fixed words)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
