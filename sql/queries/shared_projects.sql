-- shared_projects: one row per partner of one kind, with the projects it worked on and the ones it shared
-- Counted over everyone who was invited, not over answers, so that it tells nothing about who answered.
-- $grants           the reader's (touchpoint, combi) pairs
-- $touchpoint_id    one touchpoint
-- $members          the column with the partners of one kind
-- $first_day, $day_after     a half-open range of whole periods by invitation, null for no bound

with

projects as (

    select distinct
        responses.project_id,
        columns($members) as members

    from marts.visible_responses($grants) as responses
    where
        responses.touchpoint_id = $touchpoint_id
        and responses.project_id is not null
        and ($first_day is null or responses.invited_at >= $first_day)
        and ($day_after is null or responses.invited_at < $day_after)

),

worked as (

    select
        unnest(projects.members) as partner,
        len(projects.members) > 1 as is_shared

    from projects

)

select
    worked.partner,
    count(*) as projects,
    count(*) filter (where worked.is_shared) as shared

from worked
group by worked.partner
order by worked.partner
