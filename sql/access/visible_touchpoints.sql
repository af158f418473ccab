-- visible_touchpoints(grants): the touchpoints of which one reader may see something

create or replace macro marts.visible_touchpoints(grants) as table
    select touchpoints.*
    from marts.touchpoints
    where touchpoints.touchpoint_id in (select held.pair.touchpoint_id from unnest(grants) as held (pair))
