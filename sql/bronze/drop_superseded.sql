-- drop_superseded: cells kept back for a waiting row that has been delivered anew (renewed_rows) are let go

delete from bronze.set_aside
where bronze.set_aside.key in (select renewed_rows.key from renewed_rows)
