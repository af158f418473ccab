-- marts.comments: one row per redacted comment of a response that counts
-- Reads staging.placed_responses, where open answers stand in columns text_<code>, and marts.responses.

with

texts as (

    select
        response_id,
        question_code,
        text

    from (
        unpivot staging.placed_responses
        on columns('^text_')
        into name question_code value text
    )

)

select
    texts.response_id,
    marts.responses.touchpoint_id,
    replace(texts.question_code, 'text_', '') as question_code,
    texts.text

from texts
inner join marts.responses on texts.response_id = marts.responses.response_id
where marts.responses.status = 'beantwoord'
