-- warn_unknown_partner: partner names that the register does not know; they stay as delivered
-- Reads staging.orders and reference.partner_spellings.

with

named as (

    select distinct
        unnest(
            [
                { kind: 'combi', name: combi },
                { kind: 'netwerkbedrijf', name: network_company },
                { kind: 'aannemer', name: contractor }
            ],
            recursive := true
        )
    from staging.orders

)

select
    named.kind,
    named.name

from named
left join reference.partner_spellings
    on
        named.kind = reference.partner_spellings.kind
        and lower(named.name) = reference.partner_spellings.spelling
where reference.partner_spellings.spelling is null
order by named.kind, named.name
