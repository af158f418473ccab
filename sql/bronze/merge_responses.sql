-- merge_responses: the accepted rows of one file (accepted) into bronze.responses, one row per response_id
-- Columns that the file does not have keep their value.

merge into bronze.responses
using accepted using (response_id)
when matched then update by name
when not matched then insert by name
