"""House numbers as people write them, and the numbers that only look like one."""

# "3 weken", "16 mm", "2 keer": the number counts something.
COUNTS = (
    r"(?!\s*(?:uur|uren|u\b|keer|x\b|maal|dag|wek|week|maand|jaar|jaren|min|sec|meter|m2|m\b|cm|mm|km|euro|€|%|man\b"
    r"|mensen|monteur|person|stuks|huizen|woningen|ton\b|kw|graden|kuub|procent|fase|ampère|ampere|gaten|tegels"
    r"|(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)))"
)
ADDITION = (
    r"(?:\s?[a-zA-Z](?![\w'’]))?(?:\s?-\s?\d{1,4}[a-zA-Z]?(?!\w)|\s?-\s?[a-zA-Z](?!\w)"
    r"|\s?-?\s?(?:bis|hs|zw|rd|huis|boven|beneden|I{1,3})(?!\w))?"
)
SECOND = rf"(?:\s?(?:en|t/m|/)\s?\d{{1,5}}[a-zA-Z]?(?!\w|[.,:]\d){COUNTS})?"
NUMBER = rf"\d{{1,5}}(?!\d|[.,:]\d|\s?[-/]\s?\d{{1,2}}[-/]|e\b|x\d){COUNTS}{ADDITION}{SECOND}(?!\w)"
