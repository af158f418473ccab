"""E-mail addresses, also spelled out, and the few web addresses that carry a person's name."""

import re

from etl.redaction.lexicon import Lexicon

EMAIL_TAG, WEBSITE_TAG = "[e-mail]", "[website]"
PLAIN = r"[^\s@,;:<>()\[\]\"]{1,64}@[\w-]+(?:\.[\w-]+)*"
SPACED = r"[\w.+-]{1,64} ?@ ?[\w-]+(?:\.[\w-]+)+"
AT = r"\s?[(\[{]\s?(?:at|apenstaart(?:je)?)\s?[)\]}]\s?|\s(?:at|apenstaart(?:je)?)\s"
DOT = r"\s?[(\[{]\s?(?:dot|punt)\s?[)\]}]\s?|\s(?:dot|punt)\s|\s?\.\s?"
SPELLED = (
    rf"[\w.+-]{{1,64}}(?:\s(?:dot|punt|streepje)\s[\w-]{{1,64}}){{0,4}}(?:{AT})[\w-]+(?:(?:{DOT})[\w-]+){{0,4}}(?:{DOT})"
    r"(?:nl|com|net|org|eu|be|de)\b"
)
EMAIL = re.compile(rf"{SPELLED}|{SPACED}|{PLAIN}", re.I)
QUICK_EMAIL = re.compile(r"@|\bat\b|apenstaart", re.I)
PROFILE = r"(?:linkedin\.com/(?:in|pub)/|(?:facebook|fb|instagram|twitter|tiktok|x)\.com/@?)[\w.%-]*\w"
HOST = r"[\w-]+\.(?:nl|com|eu|net|be)(?:/[\w/.%-]*\w)?"
WEBSITE = re.compile(rf"(?:https?://)?(?:\bwww\.)?\b(?:{PROFILE}|{HOST})\b", re.I)
QUICK_WEBSITE = re.compile(r"\.(?:nl|com|eu|net|be)\b", re.I)
PARTICLES = re.compile(r"(?:van|de|den|der|ten|ter|het|el|t)+")
LETTERS_ONLY = re.compile(r"[^\w]|[\d_]")


def replace(text: str, lexicon: Lexicon) -> str:
    """The text with e-mail addresses as [e-mail] and someone's own page as [website]; other sites stay."""
    if QUICK_EMAIL.search(text):
        text = EMAIL.sub(EMAIL_TAG, text)
    if QUICK_WEBSITE.search(text):
        text = WEBSITE.sub(lambda found: WEBSITE_TAG if _is_personal(found.group(), lexicon) else found.group(), text)
    return text


def _is_personal(address: str, lexicon: Lexicon) -> bool:
    """A profile of one person, or a site named after a first name with a surname."""
    lower = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower())
    if lower.startswith(("linkedin.com/in/", "linkedin.com/pub/")):
        return True
    host, _, path = lower.partition("/")
    shared = host.split(".")[0] in {"facebook", "fb", "instagram", "twitter", "tiktok", "x"}
    written = LETTERS_ONLY.sub("", path if shared else host.rsplit(".", 1)[0])
    return any(
        lexicon.kind(written[:cut]).first and _is_surname(written[cut:], lexicon) for cut in range(3, len(written) - 2)
    )


def _is_surname(written: str, lexicon: Lexicon) -> bool:
    bare = PARTICLES.sub("", written, count=1) if PARTICLES.match(written) else written
    return any(lexicon.kind(part).surname for part in (written, bare) if part)
