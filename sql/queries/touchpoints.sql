-- touchpoints: one row per touchpoint the reader may see something of
-- $grants    the reader's (touchpoint, combi) pairs

select
    touchpoints.touchpoint_id,
    touchpoints.code,
    touchpoints.name,
    touchpoints.moment,
    touchpoints.invites_by_list,
    touchpoints.headline

from marts.visible_touchpoints($grants) as touchpoints
order by touchpoints.touchpoint_id
