-- marts.projects: one row per CAPO project
-- Reads staging.orders. A project is new, combi and Gereed only if all its non-cancelled orders are; it is
-- out of scope of the eindmeting otherwise. A project of which every order is cancelled is judged over all.
-- The partner lists are of non-cancelled orders: a response counts once for each of them.

with

judged as (

    select
        *,
        cancelled = min(cancelled) over (partition by project_id) as counts

    from staging.orders

),

summed as (

    select
        project_id,
        min(cluster_id) as cluster_id,
        if(count(distinct combi) = 1, min(combi), null) as combi,
        bool_and(cancelled) as cancelled,
        bool_and(kind_of_work = 'nieuw') filter (where counts) as is_new,
        min(kind_of_work) filter (where counts and kind_of_work != 'nieuw') as other_kind_of_work,
        bool_and(executed_as_combi) filter (where counts) as executed_as_combi,
        bool_and(lower(process_step) = 'gereed') filter (where counts) as is_ready,
        min(requested_on) as requested_on,
        max(ready_on) filter (where counts) as latest_ready_on,
        list_sort(list_distinct(list(contractor) filter (where not cancelled))) as contractors,
        list_sort(list_distinct(list(network_company) filter (where not cancelled))) as network_companies,
        list_sort(list_distinct(list(discipline) filter (where not cancelled))) as disciplines

    from judged
    group by project_id

)

select
    project_id,
    cluster_id,
    combi,
    if(is_new, 'nieuw', other_kind_of_work) as kind_of_work,
    executed_as_combi,
    requested_on,
    is_ready and not cancelled as is_ready,
    if(is_ready and not cancelled, latest_ready_on, null) as ready_on,
    is_new and executed_as_combi and not cancelled as in_scope,
    case
        when cancelled then 'alle opdrachten zijn geannuleerd'
        when not is_new then 'geen nieuwe aansluiting'
        when not executed_as_combi then 'niet als combi uitgevoerd'
    end as out_of_scope_reason,
    coalesce(contractors, []) as contractors,
    coalesce(network_companies, []) as network_companies,
    coalesce(disciplines, []) as disciplines

from summed
