-- fail_scope_leak: counted responses out of scope, or without the project they need
-- Judged from what was delivered (bronze), not from the marts it guards: eindmeting is for new connections
-- executed as combi only, and responses of touchpoints with an invitation list belong to a known project.

with

faulty_clusters as (

    select cluster_id
    from bronze.orders
    where
        not coalesce(cancelled, false)
        and (kind_of_work != 'nieuw' or not executed_as_combi)

)

select
    marts.responses.response_id,
    marts.responses.touchpoint_id,
    marts.responses.project_id

from marts.responses
inner join bronze.responses on marts.responses.response_id = bronze.responses.response_id
inner join marts.touchpoints on marts.responses.touchpoint_id = marts.touchpoints.touchpoint_id
where
    (marts.touchpoints.invites_by_list and marts.responses.project_id is null)
    or (
        marts.responses.touchpoint_id = 5
        and (
            bronze.responses.cluster_id in (select faulty_clusters.cluster_id from faulty_clusters)
            or bronze.responses.cluster_id not in (
                select live.cluster_id from bronze.orders as live
                where not coalesce(live.cancelled, false)
            )
        )
    )
