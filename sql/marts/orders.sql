-- marts.orders: one row per DSP opdracht
-- Reads staging.orders.

select
    order_id,
    project_id,
    network_company,
    discipline,
    contractor,
    requested_on,
    definitive_on,
    technically_ready_on,
    replans,
    cancelled

from staging.orders
