-- marts.responses: one row per invitation or response that counts
-- Reads staging.placed_responses, marts.projects and reference.this_version. The facts lie wide: a column per
-- question code (upper case), filled only where the answers count. Answers given after the link was closed
-- (rule 6) are set aside: the invitation stays as `te laat`. A link is open for
-- 14 times 24 hours, and through the fourteenth day when only a day was delivered.
-- A partner delivered as `onbekend` is none: in figures that word stands for having none.

with

counting as (

    select *
    from staging.placed_responses
    where
        waiting_reason is null
        and out_of_scope_reason is null

),

judged as (

    select
        counting.*,
        if(
            counting.invited_at_only_a_day,
            timezone('Europe/Amsterdam', counting.invited_at + interval 15 days) > this_version.published_moment,
            timezone('Europe/Amsterdam', counting.invited_at) + interval 336 hours >= this_version.published_moment
        ) as link_open,
        case
            when counting.link_closed then 'te laat'
            when counting.answered_at is not null then 'beantwoord'
            when counting.delivery_status in ('bounce', 'afgemeld') then counting.delivery_status
            when link_open or counting.invited_at is null then 'uitgenodigd'
            else 'verlopen'
        end as status

    from counting
    cross join reference.this_version as this_version

)

select
    judged.response_id,
    judged.touchpoint_id,
    judged.project_id,
    nullif(judged.combi, 'onbekend') as combi,
    judged.invited_at,
    if(judged.status = 'beantwoord', judged.answered_at, null) as answered_at,
    judged.status,
    coalesce(judged.link_open, false) as link_open,
    list_filter(coalesce(marts.projects.contractors, []), name -> name != 'onbekend') as contractors,
    list_filter(coalesce(marts.projects.network_companies, []), name -> name != 'onbekend') as network_companies,
    coalesce(marts.projects.disciplines, []) as disciplines,
    if(judged.status = 'beantwoord', columns('^([A-Z0-9_]+)$'), null) as "\1"

from judged
left join marts.projects on judged.project_id = marts.projects.project_id
