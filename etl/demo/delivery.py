"""The two files as CAPO and the feedback partner would deliver them."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from luko.reference import DEFAULTS

DATE, MOMENT = "%d-%m-%Y", "%d-%m-%Y %H:%M"
RESPONSE_FIELDS = (
    "response_id",
    "touchpoint_id",
    "cluster_id",
    "combi",
    "invited_at",
    "delivery_status",
    "opened_at",
    "answered_at",
)
DATES = ("requested_on", "agreed_on", "wished_on", "provisional_on", "definitive_on", "technically_ready_on")
SOURCE_NAMES = {
    "requested": "requested_on",
    "agreed": "agreed_on",
    "wished": "wished_on",
    "provisional": "provisional_on",
    "definitive": "definitive_on",
    "done": "technically_ready_on",
    "ready": "ready_on",
    "kind": "kind_of_work",
    "place": "municipality",
    "area": "combi_area",
    "postcode": "postcode4",
}


@dataclass(frozen=True)
class Names:
    """What files and rows are called: no two different demo deliveries share a file name or a key."""

    label: str
    stamp: str
    width: int

    @classmethod
    def of(cls, seed: int, projects: int, until: date) -> "Names":
        """The names for these three; ids are as long as a clusterid of twelve digits allows."""
        label = f"{until:%Y%m%d}_{seed}_{projects}"
        width = max(5, len(str(projects - 1)))
        digest = int.from_bytes(hashlib.sha256(label.encode()).digest()[:8], "big")
        return cls(label, f"{digest % 10 ** (11 - width):0{11 - width}d}", width)

    def numbered(self, prefix: str, number: pl.Expr) -> pl.Expr:
        """The id of each project number: prefix, stamp, number."""
        return pl.lit(prefix + self.stamp) + number.cast(pl.String).str.zfill(self.width)


def capo(names: Names, orders: pl.DataFrame, customers: pl.DataFrame) -> pl.DataFrame:
    """The extract: one row of text per order, with the headers of the default reference data."""
    personal = ("customer_type", "customer_name", "email", "telephone", "house_number", "postcode")
    known = orders.drop("postcode").join(
        customers.select("project", *personal), on="project", how="left", maintain_order="left"
    )
    rows = known.rename(SOURCE_NAMES).with_columns(
        pl.col(*DATES, "ready_on").cast(pl.Date).dt.strftime(DATE),
        pl.col("executed_as_combi", "requested_as_combi").replace_strict({True: "ja", False: "nee"}),
        pl.col("cancelled").cast(pl.Int8),
        project_id=names.numbered("P", pl.col("project")),
        cluster_id=names.numbered("0", pl.col("project")),
        order_id=names.numbered("OPD-", pl.col("project")) + "-" + pl.col("position").cast(pl.String),
    )
    headers = _headers("capo")
    return rows.select(pl.col(name).cast(pl.String).alias(header) for name, header in headers.items())


def expoints(names: Names, answered: list[pl.DataFrame]) -> pl.DataFrame:
    """The survey export: one row of text per invitation or response, in order of time."""
    moment = pl.coalesce("invited_at", "answered_at")
    rows = pl.concat(answered, how="diagonal").sort(moment, "touchpoint", "project", maintain_order=True)
    rows = rows.with_row_index("number").with_columns(
        (pl.col("invited_at", "opened_at", "answered_at") * 60_000).cast(pl.Datetime("ms")).dt.strftime(MOMENT),
        response_id=names.numbered("R", pl.col("number")),
        cluster_id=names.numbered("0", pl.col("project")),
        touchpoint_id=pl.col("touchpoint"),
    )
    questions = pl.read_csv(DEFAULTS / "questions.csv")["question_code"].unique(maintain_order=True)
    asked = [code for code in questions if code in rows.columns]
    headers = {name: _headers("expoints")[name] for name in RESPONSE_FIELDS} | {code: code for code in asked}
    return rows.select(pl.col(name).cast(pl.String).alias(header) for name, header in headers.items())


def write(path: Path, rows: pl.DataFrame) -> Path:
    """Write semicolon CSV under a name the night leaves alone, then give it its own; returns that path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.part")
    rows.write_csv(unfinished, separator=";", line_terminator="\r\n", quote_style="necessary")
    return unfinished.replace(path)


def _headers(source: str) -> dict[str, str]:
    """Our name to the header of the source, in the order of the default reference data."""
    columns = pl.read_csv(DEFAULTS / "columns.csv").filter(pl.col("source") == source)
    return dict(columns.select("column", "header").iter_rows())
