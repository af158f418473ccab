-- visible_publication(grants): what is being served, for a reader who may see anything at all

create or replace macro marts.visible_publication(grants) as table
    select publication.*
    from marts.publication
    where len(grants) > 0
