-- visible_responses(grants): the responses one reader may see
-- The one place where a row of answers is allowed. A grant without combi covers every combi, also none.

create or replace macro marts.visible_responses(grants) as table
    select responses.*
    from marts.responses
    where exists (
        select 1
        from unnest(grants) as held (pair)
        where
            held.pair.touchpoint_id = responses.touchpoint_id
            and (held.pair.combi is null or held.pair.combi = responses.combi)
    )
