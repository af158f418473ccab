-- known_orders: one row per delivered key that bronze.orders holds already
-- Reads bronze.orders and delivered (the rows of one file).

select received.*
from bronze.orders as received
semi join delivered using (order_id)
