-- fail_sums: loads of which rows are not accounted for
-- Reads bronze.loads: read = accepted + unchanged + rejected + waiting, for every file.

select
    load_id,
    file,
    read

from bronze.loads
where read != accepted + unchanged + rejected + waiting
