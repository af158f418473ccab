-- merge_orders: the accepted rows of one file (accepted) into bronze.orders, one row per order_id
-- Columns that the file does not have keep their value.

merge into bronze.orders
using accepted using (order_id)
when matched then update by name
when not matched then insert by name
