-- marts.touchpoints: one row per touchpoint
-- Reads reference.touchpoints.

select
    cast(touchpoint_id as integer) as touchpoint_id,
    code,
    name,
    kind,
    moment,
    headline,
    invitation_list = 'ja' as invites_by_list

from reference.touchpoints
order by touchpoint_id
