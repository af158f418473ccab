"""Intake: one delivered file becomes typed rows; personal data ends here."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import polars as pl

from etl import archive, headers, reading, redaction, repeats, textfile
from etl.cells import cleaned
from etl.codebook import Codebook
from etl.problems import RefusedError, nothing_set_aside
from etl.sources import Source, recognise, source

CUSTOMER = "customer_name"


@dataclass(frozen=True)
class Delivery:
    """A file as read: `rows` passed the rules that need the file alone; `set_aside` did not.

    read = len(rows) + repeated + rows set aside as a whole. `archived` is what the archive keeps.
    """

    file: Path
    source: Source
    sha256: str
    started_at: datetime
    read: int
    rows: pl.DataFrame
    repeated: int
    set_aside: pl.DataFrame
    archived: pl.DataFrame
    warnings: tuple[str, ...]


def read(file: Path, started_at: datetime, codebook: Codebook, customers: set[str]) -> Delivery:
    """Read one file by its mapping; raises RefusedError with a Dutch sentence when it can not be read at all.

    `customers` are the names delivered by CAPO tonight: a CAPO file adds its own, and they help to find names in
    comments. They live in this set alone and end with the night.
    """
    mapping = source(recognise(file))
    if file.suffix.lower() != ".csv":
        raise RefusedError(
            f"bestanden van de vorm {file.suffix or 'zonder uitgang'} leest deze versie niet; bestand geweigerd."
        )
    delivered = file.read_bytes()
    codes = codebook.codes if mapping.table == "responses" else []
    names = headers.known_names(mapping, codes)
    records = textfile.records(delivered, lambda header: sum(headers.plain(field) in names for field in header))
    matched = headers.match(records, mapping, codes)
    text = matched.rows.with_columns(cleaned(matched.rows[name]) for name in matched.rows.columns if name != "line")
    text = _without_personal_data(text, mapping, codebook, matched.answers, customers)
    rows, problems, warnings = _typed(text, mapping, codebook, matched.answers)
    has_key = rows[mapping.key.name].is_not_null()
    kept, repeated, differing = repeats.collapse(rows.filter(has_key), mapping)
    # What stands where a key belongs may be anything, so it goes no further than this.
    without_key = problems.join(rows.filter(~has_key), on="line", how="semi").with_columns(
        key=pl.lit(None, dtype=pl.String)
    )
    problems = pl.concat([without_key, problems.join(kept, on="line", how="semi")])
    kept = kept.join(problems.filter("whole_row"), on="line", how="anti")
    return Delivery(
        file=file,
        source=mapping,
        sha256=hashlib.sha256(delivered).hexdigest(),
        started_at=started_at,
        read=len(records.rows),
        rows=kept,
        repeated=repeated,
        set_aside=pl.concat([_ragged(matched.ragged, mapping), problems, differing]),
        archived=archive.keepable(text, mapping, {code for code in matched.answers if codebook.open(code)}),
        warnings=(*_unknown_columns(matched.unknown), *warnings),
    )


def _without_personal_data(
    text: pl.DataFrame, mapping: Source, codebook: Codebook, answers: tuple[str, ...], customers: set[str]
) -> pl.DataFrame:
    if CUSTOMER in text.columns:
        customers.update(text[CUSTOMER].drop_nulls())
    personal = [column.name for column in mapping.columns if column.reading == "personal"]
    open_answers = [code for code in answers if codebook.open(code)]
    redacted = [redaction.redact(text[code], customers) for code in open_answers]
    return text.drop(personal, strict=False).with_columns(redacted)


def _typed(
    text: pl.DataFrame, mapping: Source, codebook: Codebook, answers: tuple[str, ...]
) -> tuple[pl.DataFrame, pl.DataFrame, list[str]]:
    rows, problems = reading.typed(text, mapping)
    set_aside, warnings = [problems], []
    if mapping.table == "responses":
        rows = rows.with_columns(rows["touchpoint_id"].cast(pl.Int64))
        set_aside.append(_without_clusterid(text, rows, mapping, codebook))
    for code in answers:
        values, wrong, foreign = reading.answers(text, rows["touchpoint_id"], mapping, codebook, code)
        rows = rows.with_columns(values)
        set_aside.append(wrong)
        if foreign:
            warnings.append(f"kolom {code}: {foreign} antwoorden bij een meting zonder deze vraag zijn genegeerd")
    together = pl.concat(set_aside)
    lost = together.filter("whole_row").unique("line", keep="first", maintain_order=True)
    # A row that goes as a whole is listed once, by its first fault; its cells are not listed apart.
    return rows, pl.concat([lost, together.join(lost, on="line", how="anti")]), warnings


def _without_clusterid(text: pl.DataFrame, rows: pl.DataFrame, mapping: Source, codebook: Codebook) -> pl.DataFrame:
    column = mapping.column("cluster_id")
    if column.name not in text.columns:  # a later, partial delivery keeps the clusterid known before
        return nothing_set_aside()
    needed = rows["touchpoint_id"].is_in(list(codebook.linked_touchpoints)).fill_null(False)
    reason = f"deze meting heeft een clusterid nodig; {reading.ROW_OUT}"
    which = needed & text[column.name].is_null()
    return reading.set_aside(text, mapping, which, column, reason, whole_row=True)


def _ragged(ragged: pl.DataFrame, mapping: Source) -> pl.DataFrame:
    reasons = [
        f"de rij heeft {fields} velden, minder of meer dan de kop; {reading.ROW_OUT}" for fields in ragged["fields"]
    ]
    text = ragged.select("line", pl.lit(None, dtype=pl.String).alias(mapping.key.name))
    every = pl.repeat(True, len(text), eager=True)
    return reading.set_aside(text, mapping, every, mapping.key, reasons, whole_row=True)


def _unknown_columns(unknown: tuple[str, ...]) -> list[str]:
    return [f"kolom {name} is onbekend en genegeerd" for name in unknown]
