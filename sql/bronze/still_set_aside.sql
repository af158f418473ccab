-- still_set_aside: the cells set aside that have not been released yet, kept for a later night
-- Reads bronze.set_aside and bronze.released.

select set_aside.*
from bronze.set_aside as set_aside
anti join bronze.released using (load_id, line, "column")
