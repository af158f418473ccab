-- marts.waiting: one row per response that waits for CAPO, with the reason
-- Reads staging.placed_responses.

select
    response_id,
    touchpoint_id,
    cluster_id,
    waiting_reason

from staging.placed_responses
where waiting_reason is not null
