-- combis: one row per combi on the responses of one touchpoint that the reader may see
-- $grants           the reader's (touchpoint, combi) pairs
-- $touchpoint_id    one touchpoint

select distinct responses.combi
from marts.visible_responses($grants) as responses
where
    responses.touchpoint_id = $touchpoint_id
    and responses.combi is not null
order by responses.combi
