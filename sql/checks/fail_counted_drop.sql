-- fail_counted_drop: touchpoints that lose more counted responses in one night than is allowed
-- Reads bronze.counted_before (what the served version counts), marts.responses and reference.this_version.
-- A response is lost when its touchpoint does not count it any more, or counts it without the answer it had.
-- Only touchpoints with 50 counted responses or more; the share that may go is LUKO_MAX_DROP percent.

select
    counted_before.touchpoint_id,
    count(*) as counted,
    count(*) filter (
        where marts.responses.response_id is null
        or (counted_before.is_answered and marts.responses.answered_at is null)
    ) as lost

from bronze.counted_before as counted_before
cross join reference.this_version as this_version
left join marts.responses
    on
        counted_before.response_id = marts.responses.response_id
        and counted_before.touchpoint_id = marts.responses.touchpoint_id
group by counted_before.touchpoint_id, this_version.max_drop
having counted >= 50 and 100.0 * lost > this_version.max_drop * counted
