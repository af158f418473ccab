"""What stands before or after a name and gives it away."""

import re
from enum import IntEnum


class Trust(IntEnum):
    """How far the words before go in saying that a name follows."""

    NONE = 0
    CAPITAL = 1  # an unknown word with a capital is a name
    LISTED = 2  # and so is a listed name without capital
    TITLED = 3  # and so is an unknown word without capital, unless it looks like a verb
    NAMED = 4  # and so is everything that is not an ordinary word


_PHRASES: dict[str, Trust] = {
    **dict.fromkeys(
        "mevrouw mevr mw mvr mej juffrouw meneer mijnheer dhr hr heer heren familie fam drs ir ing dr mr".split(),
        Trust.TITLED,
    ),
    **dict.fromkeys(
        (
            "genaamd|heet|heette|achternaam|voornaam|naam was|naam is|naam|tante|oom|ome|ondergetekende|op naam van"
            "|ten name van|t n v|tnv|spreekt met|sprak met|contactpersoon|contactpersoon is|gezin|echtpaar|weduwe"
            "|dokter|advocaat|notaris|groet|groeten|groetjes|mvg|hoogachtend|gr|grt|grtz"
        ).split("|"),
        Trust.LISTED,
    ),
    "mijn naam is": Trust.NAMED,
    **dict.fromkeys(
        (
            "ik ben|gesproken met|sprak|gesproken heb met|gebeld met|contact met|contact gehad met|overleg met"
            "|geholpen door|woord gestaan door|gebeld door|hulp van|bedankt|dankjewel|dank je wel|dank u wel"
            "|dank aan|complimenten voor|complimenten aan|hallo|hoi|beste|geachte|lieve|namens|t a v|tav"
            "|vraag naar|vragen naar|vraag maar naar|ene|zekere|voor als|volgens|doorgegeven aan|gemeld aan"
            "|monteur|monteurs|medewerker|medewerkers|medewerkster|collega|collega s|uitvoerder|planner|planster"
            "|voorman|opzichter|toezichthouder|projectleider|werkvoorbereider|bouwbegeleider|coördinator|coordinator"
            "|teamleider|chauffeur|grondwerker|stratenmaker|loodgieter|elektricien|makelaar|architect"
            "|buurman|buurvrouw|mijn man|mijn vrouw|mijn zoon|mijn dochter|mijn vader|mijn moeder|mijn broer"
            "|mijn zus|mijn partner|mijn vriend|mijn vriendin|mijn schoonvader|mijn schoonmoeder|onze zoon"
            "|onze dochter|mijn collega|zijn collega|haar collega"
        ).split("|"),
        Trust.CAPITAL,
    ),
}
ABBREVIATED = frozenset("mevr mw mvr mej dhr hr fam drs ir ing dr mr v tnv tav gr grt mvg".split())
SIGNED = frozenset({"groet", "groeten", "groetjes", "mvg", "hoogachtend", "gr", "grt", "grtz"})
# A name between these two words: "aan X doorgegeven".
AROUND = frozenset(
    {("aan", word) for word in ("doorgegeven", "gemeld", "gevraagd", "uitgelegd", "verteld", "gemaild")}
    | {("met", word) for word in ("gesproken", "contact", "gebeld", "overlegd", "afgesproken", "besproken", "gemaild")}
    | {(word, "gesproken") for word in ("heb", "had", "hebben")}
    | {("door", word) for word in ("geholpen", "gebeld", "teruggebeld", "doorverbonden")}
)
# Who does this at the start of a sentence is a person, also when the name is a word ("Roos belde").
ACTS = frozenset("belde zei vertelde beloofde legde hielp regelde mailde appte dacht kon nam".split())
DEPARTMENTS = frozenset(
    "planning helpdesk klantenservice kantoor afdeling binnendienst klantcontact storingsdienst servicedesk"
    " administratie uitvoering aannemer gemeente werkvoorbereiding receptie firma team".split()
)
FIRM_BEFORE = re.compile(
    r"(?:firma|aannemers?|onderaannemer|installateur|makelaardij|supermarkt|hotel|restaurant|camping|station|stichting"
    r"|combi|leverancier|netbeheerder|garage|\w*(?:bedrijf|bedrijven|winkel|school|bakkerij|slagerij|bouw|groep|techniek))$"
)
FIRM_AFTER = re.compile(
    r"\s*(?:b\.?v\b|n\.?v\b|v\.?o\.?f\b|B\.?V\b|N\.?V\b|V\.?O\.?F\b)"
    r"|\s*(?:&|\ben\b)\s*(?:Zn|Zoon|Zonen|zn|zonen|Co|Partners|Leiding)\b"
    r"|[\s-](?:Infra|Kabel|Leiding|Bouw|Groep|Groen|Technie|Install|Energie|Energy|Netbeheer|Netwerk|Telecom|Aannem"
    r"|Aansluit|Grondwerk|Bestrating|Wegenbouw|Holding|Nederland|Elektr|Water|Civiel|Advies|Makelaar|Vastgoed|Wonen"
    r"|Keuken|Zn)"
)
BEFORE: dict[str, list[tuple[tuple[str, ...], Trust]]] = {}  # by the last word of the cue
for _phrase, _trust in _PHRASES.items():
    *_earlier, _last = _phrase.split()
    BEFORE.setdefault(_last, []).append((tuple(_earlier), _trust))
# The longest word of each cue: a comment without any of these has no cue.
STARTERS = (
    frozenset(max(reversed(phrase.split()), key=len) for phrase in _PHRASES)
    | DEPARTMENTS
    | {after for _, after in AROUND}
    | {"der", "den", "'t", "’t", "enexis", "liander"}
)
