-- marts.questions: one row per question and touchpoint
-- Reads reference.questions. cut_off: the score from which an answer counts as high effort.
-- position: place in the codebook.

select
    cast(touchpoint_id as integer) as touchpoint_id,
    question_code,
    label,
    chain_step,
    kind,
    cast(scale_min as double) as scale_min,
    cast(scale_max as double) as scale_max,
    direction,
    cast(cut_off as double) as cut_off,
    rowid as position

from reference.questions
