-- fail_scope_leak: counted responses out of scope, or without the project they need
-- Judged from what was delivered (bronze), not from the marts it guards: eindmeting is for projects of which all
-- live orders are new and executed as combi, and a response of a touchpoint with an invitation list belongs to a
-- project that CAPO delivered with its clusterid.

with

projects as (

    select
        project_id,
        bool_and(kind_of_work = 'nieuw' and executed_as_combi) as in_scope

    from bronze.orders
    where not coalesce(cancelled, false)
    group by project_id

)

select
    counted.response_id,
    counted.touchpoint_id,
    counted.project_id

from marts.responses as counted
inner join bronze.responses as delivered on counted.response_id = delivered.response_id
inner join marts.touchpoints on counted.touchpoint_id = marts.touchpoints.touchpoint_id
left join projects on counted.project_id = projects.project_id
where
    (
        marts.touchpoints.invites_by_list
        and not exists (
            select 1
            from bronze.orders as known
            where known.cluster_id = delivered.cluster_id and known.project_id = counted.project_id
        )
    )
    or (counted.touchpoint_id = 5 and not coalesce(projects.in_scope, false))
