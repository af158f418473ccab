"""Whatever a name from the data holds, the screen shows that name and does nothing else."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from luko.text import markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
JOINER = "\u2060"
NASTY = [
    "Kennemer Kabel & Leiding",
    "&amp; &lt;b&gt;",
    "<script>alert(1)</script>",
    "<!-- weg -->",
    "*sterren* **twee** _streep_ ~~door~~ `code`",
    "[klik](http://voorbeeld.nl)",
    "![beeld](http://voorbeeld.nl/x.png)",
    "www.voorbeeld.nl en https://voorbeeld.nl en iemand@voorbeeld.nl",
    "# kop",
    "1. eerst",
    "- streep",
    "+ plus",
    "> citaat",
    "a | b",
    "\\*",
    "Van den Berg & Zn. (1923) B.V.",
]


def shown(source: str) -> str:
    """What a browser would show of the Markdown, when it is one plain paragraph."""
    found = re.fullmatch(r"<p>([^<]*)</p>\n?", READER.render(source))
    assert found, READER.render(source)
    return html.unescape(found[1]).replace(JOINER, "")


@pytest.mark.parametrize("name", NASTY)
def test_a_name_is_shown_as_it_is(name):
    assert shown(markdown.escaped(name)) == name


@settings(deadline=None)
@given(st.text(st.sampled_from("ab1 *_`~[]()<>&|#!:@./\\{}$^-+=\n"), min_size=1).filter(str.strip))
def test_any_mix_of_signs_is_shown_as_it_is(name):
    assert shown(markdown.escaped(name)) == " ".join(name.split())


@pytest.mark.parametrize(
    "name", ["www.voorbeeld.nl", "https://voorbeeld.nl", "iemand@voorbeeld.nl", "WWW.VOORBEELD.NL"]
)
def test_an_address_in_a_name_becomes_no_link(name):
    assert not re.search(r"www\.|://|[a-z]@[a-z]", markdown.escaped(name), re.IGNORECASE)


@pytest.mark.parametrize("name", [":smile:", ":material/home:", ":red[tekst]", "a:blue-background[b]", ":streamlit:"])
def test_icons_and_colours_of_streamlit_stay_words(name):
    assert not re.search(r":[A-Za-z/]", markdown.escaped(name))


@pytest.mark.parametrize("name", ["a -> b", "a <- b", "a -- b", "a >= b", "a <= b", "a ~= b"])
def test_arrows_and_dashes_are_not_made_prettier(name):
    assert not re.search(r"->|<-|--|>=|<=|~=", markdown.escaped(name).replace("\\", ""))


def test_dollar_signs_make_no_formula():
    assert markdown.escaped("$x$ en $$y$$") == r"\$x\$ en \$\$y\$\$"


def test_plain_sentences_stay_readable_in_the_source():
    sentence = "24% van uw klanten had veel moeite met de aansluiting: minder dan een jaar eerder (29%)."
    assert markdown.escaped(sentence) == sentence


def test_a_table_keeps_its_cells_and_its_columns():
    table = markdown.table(["Naam", "n"], [["a | b", "1"], ["<b>c</b>", "2"]])
    rendered = READER.render(table)
    assert re.findall(r"<td[^>]*>([^<]*)</td>", rendered) == ["a | b", "1", "&lt;b&gt;c&lt;/b&gt;", "2"]
    assert table.splitlines()[1] == "| :-- | --: |"
