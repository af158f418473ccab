-- marts.publication: one row, what is being served
-- published_at is Amsterdam wall time, published_at_utc the same moment in UTC.
-- Reads reference.this_version and marts.responses. complete_until: date of the newest answer published.

select
    this_version.version,
    this_version.published_at,
    timezone('UTC', this_version.published_moment) as published_at_utc,
    this_version.demo,
    (select cast(max(marts.responses.answered_at) as date) from marts.responses) as complete_until

from reference.this_version as this_version
