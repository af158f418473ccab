-- visible_questions(grants): the questions of the touchpoints of which one reader may see something

create or replace macro marts.visible_questions(grants) as table
    select questions.*
    from marts.questions
    where questions.touchpoint_id in (select held.pair.touchpoint_id from unnest(grants) as held (pair))
