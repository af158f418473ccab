"""The menu: which pages there are, under which heading, and who may open them.

A new page is one line in ENTRIES and a module with `render(reader)`. A heading appears with its first page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from luko.access import Reader


@dataclass(frozen=True)
class Entry:
    """One page: where it stands in the menu, its address, the module that draws it, and for whom."""

    heading: str
    title: str
    url_path: str
    module: str
    may_open: Callable[[Reader], bool]

    def render(self, reader: Reader) -> None:
        """Draw the page for one reader."""
        import_module(self.module).render(reader)


def sees_a_touchpoint(reader: Reader) -> bool:
    """Whether there is any measurement this reader may see."""
    return bool(reader.grants)


ENTRIES: list[Entry] = [
    Entry("Klantreis", "Overzicht", "overzicht", "pages.klantreis.overview", sees_a_touchpoint),
    Entry("Partners", "Vergelijking", "vergelijking", "pages.partners.comparison", sees_a_touchpoint),
]


def addresses() -> list[str]:
    """The paths of all pages, for whomever they are."""
    return [f"/{entry.url_path}" for entry in ENTRIES]
