-- counted_before: one row per response that the served version counts, for fail_counted_drop

create or replace table bronze.counted_before as
select
    response_id,
    touchpoint_id,
    answered_at is not null as is_answered

from marts.responses
