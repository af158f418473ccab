-- response_atoms: one row per month of invitation, combi and set of partners, with invited and answered
-- Invited is sent minus bounced. Invitations whose link is still open are pending and stay out.
-- $grants           the reader's (touchpoint, combi) pairs
-- $touchpoint_id    one touchpoint
-- $members          the column with the partners of one kind

with

invited as (

    select
        date_trunc('month', responses.invited_at) as month,
        responses.combi,
        columns($members) as members,
        responses.status,
        responses.link_open

    from marts.visible_responses($grants) as responses
    where
        responses.touchpoint_id = $touchpoint_id
        and responses.invited_at is not null
        and responses.status != 'bounce'

)

select
    invited.month,
    invited.combi,
    invited.members,
    count(*) as invited,
    count(*) filter (where invited.status = 'beantwoord') as answered

from invited
where not invited.link_open
group by invited.month, invited.combi, invited.members
order by invited.month, invited.combi, invited.members
