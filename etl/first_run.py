"""`python -m etl.first_run`: on a machine without any data, demo deliveries, a night and demo accounts."""

import subprocess
import sys

from luko import accounts
from luko.config import settings

DEMO = ["--seed", "1", "--projects", "13000"]


def steps() -> list[list[str]]:
    """What is still to be done, as commands; nothing once there are a warehouse and people.

    Decided per step, so that a first run that was broken off is finished by the next one. Deliveries that lie in
    the inbox are somebody's own: they are never mixed with demo data, and never loaded unasked.
    """
    is_demo = (settings().data / "demo").exists()
    people = ["luko", "accounts", "demo"]
    if settings().warehouse_path.exists() or any(settings().folder("archive").iterdir()):
        return [people] if is_demo and not accounts.every() else []
    delivered = any(settings().folder("inbox").iterdir())
    if delivered and not is_demo:
        return []
    make = [] if delivered else [["etl", "demo", *DEMO]]
    return [*make, ["etl", "nightly"], people]


def main() -> int:
    """Run the same commands a person would, and stop at the first that fails; returns its exit code."""
    for words in steps():
        print(f"Eerste keer: python -m {' '.join(words)}", flush=True)
        done = subprocess.run([sys.executable, "-m", *words], check=False)  # noqa: S603  (fixed words)
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
