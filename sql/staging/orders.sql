-- staging.orders: one row per DSP opdracht, as last delivered, partners under the name of the register
-- Reads bronze.orders and reference.partner_spellings. A spelling the register does not know stays as delivered.

select
    bronze.orders.order_id,
    bronze.orders.project_id,
    bronze.orders.cluster_id,
    bronze.orders.kind_of_work,
    bronze.orders.executed_as_combi,
    coalesce(combis.name, bronze.orders.combi) as combi,
    coalesce(network_companies.name, bronze.orders.network_company) as network_company,
    bronze.orders.discipline,
    coalesce(contractors.name, bronze.orders.contractor) as contractor,
    bronze.orders.requested_on,
    bronze.orders.definitive_on,
    bronze.orders.technically_ready_on,
    bronze.orders.ready_on,
    bronze.orders.process_step,
    bronze.orders.replans,
    coalesce(bronze.orders.cancelled, false) as cancelled

from bronze.orders
left join reference.partner_spellings as combis
    on combis.kind = 'combi' and lower(bronze.orders.combi) = combis.spelling
left join reference.partner_spellings as network_companies
    on
        network_companies.kind = 'netwerkbedrijf'
        and lower(bronze.orders.network_company) = network_companies.spelling
left join reference.partner_spellings as contractors
    on contractors.kind = 'aannemer' and lower(bronze.orders.contractor) = contractors.spelling
