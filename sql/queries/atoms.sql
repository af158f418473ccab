-- atoms: one row per month, combi and sets of partners, with the sums of one question's scores
-- Every score figure is a sum of these rows, and suppression judges the same rows: they can not disagree.
-- A response counts once for every partner in the sets of its row.
-- $grants           the reader's (touchpoint, combi) pairs
-- $touchpoint_id    one touchpoint
-- $question         the column of the question
-- $top, $bottom     scores from which on an answer is a top, and up to which it is a bottom

with

answered as (

    select
        cast(date_trunc('month', responses.answered_at) as date) as month,
        responses.combi,
        responses.contractors,
        responses.network_companies,
        responses.disciplines,
        columns($question) as score

    from marts.visible_responses($grants) as responses
    where
        responses.touchpoint_id = $touchpoint_id
        and responses.status = 'beantwoord'

)

select
    answered.month,
    answered.combi,
    answered.contractors as aannemer,
    answered.network_companies as netwerkbedrijf,
    answered.disciplines as discipline,
    count(*) as n,
    sum(answered.score) as total,
    sum(answered.score * answered.score) as squares,
    count(*) filter (where answered.score >= $top) as tops,
    count(*) filter (where answered.score <= $bottom) as bottoms

from answered
where answered.score is not null
group by answered.month, answered.combi, answered.contractors, answered.network_companies, answered.disciplines
order by answered.month, answered.combi, answered.contractors, answered.network_companies, answered.disciplines
