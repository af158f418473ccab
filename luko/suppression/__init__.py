"""Which figures are hidden: the rule "Hidden" of contract section 7.

`Lattice.of(atoms, complete_until, min_n)` decides for every figure one reader can ask of one touchpoint
and question; `lattice.shown(...)` answers for one of them. Nothing here reads a warehouse or draws.
"""

from luko.suppression.lattice import Lattice

__all__ = ["Lattice"]
