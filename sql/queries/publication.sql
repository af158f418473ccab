-- publication: one row, what is being served
-- $grants    the reader's (touchpoint, combi) pairs

select
    publication.version,
    publication.published_at,
    publication.published_at_utc,
    publication.complete_until,
    publication.demo

from marts.visible_publication($grants) as publication
