-- questions: one row per question of the touchpoints the reader may see something of, in codebook order
-- $grants    the reader's (touchpoint, combi) pairs

select
    questions.touchpoint_id,
    questions.question_code as code,
    questions.label,
    questions.chain_step,
    questions.kind,
    questions.scale_min,
    questions.scale_max,
    questions.direction,
    questions.cut_off

from marts.visible_questions($grants) as questions
order by questions.touchpoint_id, questions.position
