-- release_set_aside: cells set aside whose row is no longer waiting, one row per cell
-- While a row waits for CAPO, the rules after rule 5 are not applied to it, so its cells are not listed yet.
-- Reads bronze.set_aside and marts.waiting.

select
    set_aside.load_id,
    set_aside.line,
    set_aside.key,
    set_aside.column,
    set_aside.value,
    set_aside.reason

from bronze.set_aside as set_aside
where
    set_aside.whole_row
    or set_aside.source = 'capo'
    or set_aside.key is null
    or set_aside.key not in (select marts.waiting.response_id from marts.waiting)
order by set_aside.load_id, set_aside.line, set_aside.column
