"""Small deliveries for tests: every project and customer in them is invented."""

import csv
import io
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

CAPO = (
    "ProjectID clusterid OpdrachtID Soort_werk Uitgevoerd_als_combi Combi Netbeheerder Discipline Aannemer "
    "Aanvraagdatum Processtap Datum_gereed Geannuleerd Naam E-mailadres Telefoonnummer"
).split()
EXPOINTS = (
    "ResponsID Meting clusterid Combi Uitgenodigd_op Ingevuld_op CES CIJFER NPS AFSPRAAK GEVONDEN TEVREDEN TOELICHTING"
).split()

_numbers = count(1)


def order(project: str = "P1", **changes: str) -> dict[str, str]:
    """One CAPO row of a new, combi, ready project; `changes` by header with underscores."""
    number = next(_numbers)
    row = {
        "ProjectID": project,
        "clusterid": f"C-{project}",
        "OpdrachtID": f"OPD-{number:05}",
        "Soort_werk": "nieuw",
        "Uitgevoerd_als_combi": "ja",
        "Combi": "Synfra",
        "Netbeheerder": "Enexis",
        "Discipline": "E",
        "Aannemer": "Elzerdam",
        "Aanvraagdatum": "01-01-2025",
        "Processtap": "Gereed",
        "Datum_gereed": "01-03-2025",
        "Geannuleerd": "0",
    }
    return row | changes


def response(response_id: str = "", project: str = "P1", **changes: str) -> dict[str, str]:
    """One answered eindmeting of that project; `changes` by header with underscores."""
    row = {
        "ResponsID": response_id or f"R-{next(_numbers):05}",
        "Meting": "eindmeting",
        "clusterid": f"C-{project}",
        "Uitgenodigd_op": "02-03-2025 10:00",
        "Ingevuld_op": "03-03-2025 12:00",
        "CES": "2",
        "CIJFER": "8",
    }
    return row | changes


def written(rows: list[dict[str, str]], headers: list[str] | None = None) -> str:
    """The rows as semicolon CSV, headers with spaces; columns that no row has are left out."""
    known = CAPO if rows and "OpdrachtID" in rows[0] else EXPOINTS
    columns = headers or [name for name in known if any(name in row for row in rows)]
    columns += [name for row in rows for name in row if name not in columns]
    columns = list(dict.fromkeys(columns))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([name.replace("_", " ") for name in columns])
    writer.writerows([[row.get(name, "") for name in columns] for row in rows])
    return text.getvalue()


@dataclass
class Answered:
    """So many projects with one order and one answered eindmeting each, all alike."""

    number: int
    aannemer: str = "A"
    combi: str = "Synfra"
    month: str = "03-2025"
    scores: tuple[int, ...] = (2,)
    netbeheerder: str = "Enexis"
    discipline: str = "E"
    changes: dict[str, str] = field(default_factory=dict)

    def orders_and_responses(self) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        """The CAPO rows and the survey rows."""
        orders, responses = [], []
        for position in range(self.number):
            project = f"P{next(_numbers):06}"
            orders.append(
                order(project, Aannemer=self.aannemer, Combi=self.combi, Netbeheerder=self.netbeheerder,
                      Discipline=self.discipline)
            )  # fmt: skip
            responses.append(
                response(
                    project=project,
                    Uitgenodigd_op=f"02-{self.month} 10:00",
                    Ingevuld_op=f"03-{self.month} 12:00",
                    CES=str(self.scores[position % len(self.scores)]),
                    **self.changes,
                )
            )
        return orders, responses


def eindmeting(number: int, **what: object) -> Answered:
    """So many answered eindmetingen, of one aannemer and combi."""
    return Answered(number, **what)  # type: ignore[arg-type]


def deliver(data: Path, name: str, rows: list[dict[str, str]] | str | bytes) -> Path:
    """Put a delivery in the inbox of this LUKO_DATA and return where it lies."""
    file = data / "inbox" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    content = rows if isinstance(rows, bytes) else (rows if isinstance(rows, str) else written(rows)).encode()
    file.write_bytes(content)
    return file
