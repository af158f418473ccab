-- widen_orders: bronze.orders with the columns that mapping or codebook have gained (empty_rows)

create or replace table bronze.orders as
select * from bronze.orders
union all by name
select * from empty_rows
