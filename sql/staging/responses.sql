-- staging.responses: one row per invitation or questionnaire, as last delivered
-- Reads bronze.responses and reference.partner_spellings.

select received.* replace (coalesce(combis.name, received.combi) as combi)

from bronze.responses as received
left join reference.partner_spellings as combis
    on combis.kind = 'combi' and lower(received.combi) = combis.spelling
