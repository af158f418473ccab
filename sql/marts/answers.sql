-- marts.answers: one row per counted answer with a score (ja = 1, nee = 0)
-- Reads marts.responses, whose question columns are the ones in upper case.

select
    response_id,
    touchpoint_id,
    question_code,
    score

from (
    unpivot marts.responses
    on columns('^[A-Z0-9_]+$')
    into name question_code value score
)
