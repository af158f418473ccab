-- widen_responses: bronze.responses with the columns that mapping or codebook have gained (empty_rows)

create or replace table bronze.responses as
select * from bronze.responses
union all by name
select * from empty_rows
