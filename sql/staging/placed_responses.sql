-- staging.placed_responses: one row per response as received, with its project and why it does not count
-- Reads staging.responses, staging.clusters, marts.projects and reference.touchpoints (rules 5, 7 and 8).
-- waiting_reason: not counted until CAPO settles it. out_of_scope_reason: kept, and counted nowhere.

select
    received.* exclude (combi),
    staging.clusters.project_id,
    if(staging.clusters.project_id is null, received.combi, marts.projects.combi) as combi,
    case
        when staging.clusters.cluster_id is not null then staging.clusters.waiting_reason
        when reference.touchpoints.invitation_list = 'ja' then 'clusterid is bij CAPO niet bekend'
    end as waiting_reason,
    if(received.touchpoint_id = 5, marts.projects.out_of_scope_reason, null) as out_of_scope_reason

from staging.responses as received
left join staging.clusters on received.cluster_id = staging.clusters.cluster_id
left join marts.projects on staging.clusters.project_id = marts.projects.project_id
left join reference.touchpoints
    on received.touchpoint_id = cast(reference.touchpoints.touchpoint_id as integer)
