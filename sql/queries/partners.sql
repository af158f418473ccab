-- partners: one row per combi, aannemer and netwerkbedrijf on the responses the reader may see
-- $grants    the reader's (touchpoint, combi) pairs

with

named as (

    select
        'combi' as kind,
        combi as name

    from marts.visible_responses($grants)

    union

    select
        'aannemer' as kind,
        unnest(contractors) as name

    from marts.visible_responses($grants)

    union

    select
        'netwerkbedrijf' as kind,
        unnest(network_companies) as name

    from marts.visible_responses($grants)

)

select
    named.kind,
    named.name

from named
where named.name is not null
order by named.kind, named.name
