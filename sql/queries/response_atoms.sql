-- response_atoms: one row per month of invitation, combi and sets of partners, with invited and answered (n)
-- Invited is sent minus bounced. Invitations whose link is still open are pending and stay out.
-- $grants           the reader's (touchpoint, combi) pairs
-- $touchpoint_id    one touchpoint

select
    cast(date_trunc('month', responses.invited_at) as date) as month,
    responses.combi,
    responses.contractors as aannemer,
    responses.network_companies as netwerkbedrijf,
    responses.disciplines as discipline,
    count(*) as invited,
    count(*) filter (where responses.status = 'beantwoord') as n

from marts.visible_responses($grants) as responses
where
    responses.touchpoint_id = $touchpoint_id
    and responses.invited_at is not null
    and responses.status != 'bounce'
    and not responses.link_open
group by all
order by all
