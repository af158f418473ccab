"""Demo deliveries: an invented chain of three years, believable enough to judge the dashboard by.

Everything follows from seed, number of projects and last day; nothing here reads the clock, and of the
reference data only the default set, so that local edits change no byte.
"""

from datetime import date
from pathlib import Path

import numpy as np

from etl.demo import chain, customers, delivery, faults, interactions, region, survey
from etl.demo.seasons import Seasons


def make(inbox: Path, seed: int, projects: int, until: date) -> list[Path]:
    """Write a CAPO extract and a survey export into `inbox`; returns the two paths, CAPO first.

    The same three arguments give the same names and bytes. Nothing has happened after the end of `until`;
    plans may lie beyond it. Raises ValueError for a negative seed or fewer than one project.
    """
    if seed < 0 or projects < 1:
        raise ValueError("Kies een seed van 0 of hoger en minstens 1 project.")
    today = (until - date(1970, 1, 1)).days
    streams = np.random.default_rng([seed, projects, today]).spawn(6)
    named = delivery.Names.of(seed, projects, until)
    seasons = Seasons.of(today - chain.WINDOW, today + chain.WINDOW, streams[0])
    asked = chain.projects(streams[1], projects, today, seasons, region.read())
    orders, outcome = chain.executed(streams[2], asked, today, seasons)
    known = customers.add(streams[3], outcome)
    answered = [
        *survey.mailed(streams[4], known, today, seasons),
        *interactions.spontaneous(streams[5], known, today),
    ]
    capo = delivery.capo(named, orders, known)
    expoints = faults.sow(delivery.expoints(named, answered), until)
    return [
        delivery.write(inbox / f"capo_opdrachten_{named.label}.csv", capo),
        delivery.write(inbox / f"expoints_responsen_{named.label}.csv", expoints),
    ]
