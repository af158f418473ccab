-- known_responses: one row per delivered key that bronze.responses holds already
-- Reads bronze.responses and delivered (the rows of one file).

select received.*
from bronze.responses as received
semi join delivered using (response_id)
