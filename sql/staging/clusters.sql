-- staging.clusters: one row per clusterid that CAPO knows
-- Reads staging.orders. Nothing is guessed: project_id is null, with the reason, where a clusterid has
-- several projects or a project's orders name several combis.

with

combis_per_project as (

    select
        project_id,
        count(distinct combi) as combis

    from staging.orders
    group by project_id

),

projects_per_cluster as (

    select
        cluster_id,
        count(distinct project_id) as projects,
        min(project_id) as project_id

    from staging.orders
    group by cluster_id

)

select
    projects_per_cluster.cluster_id,
    if(
        projects_per_cluster.projects = 1 and combis_per_project.combis = 1,
        projects_per_cluster.project_id,
        null
    )
        as project_id,
    case
        when projects_per_cluster.projects > 1 then 'clusterid heeft meerdere projecten'
        when combis_per_project.combis > 1 then 'opdrachten van het project noemen meerdere combi''s'
    end as waiting_reason

from projects_per_cluster
inner join combis_per_project on projects_per_cluster.project_id = combis_per_project.project_id
