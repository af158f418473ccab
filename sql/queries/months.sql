-- months: one row per month in which the reader's responses were answered
-- $grants    the reader's (touchpoint, combi) pairs

select distinct cast(date_trunc('month', responses.answered_at) as date) as month
from marts.visible_responses($grants) as responses
where responses.answered_at is not null
order by month
