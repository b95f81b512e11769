"""Articles as scrapers leave them: damaged, with something to fix for every rule with a fix."""

from hypothesis import strategies as st

from corpusfmt.testing import mutated_articles, texts

FRAGMENTS = (
    "&amp;",
    "&nbsp;",
    "&amp;quot;",
    "<p>",
    "</div>",
    "<br>",
    '<span class="x">',
    "\u200b",
    "\u00ad",
    "\u2060",
    "\u202e",
    "â€™",
    "Ã©",
    "caf\u00c3\u00a9 ",
    "e\u0301",
    "\ufeff",
    "\r\n",
    "\x07",
    "[a](https://a.example/?utm_source=x&id=1)",
    "[a](https://a.example/?fbclid=x)",
    "\n\nhttps://www.example.org/2020/02/04/ferry-runs-again\n",
    "# Ferry Runs Again\n\n\n\n",
    "\n\n<https://www.example.org/ferry-runs-again>\n",
    "\n\nFeb. 4, 2020\n\n",
    "\n\nBy Ana Lind\n\n",
    "\n\n**Related article**: [A](#)\n\n",
    "\n\nAdvertisement\n\n",
    "\n\nOriginal url: x\n\n",
    " - Example",
    "infor- mation ",
)
"""What scrapers leave in articles: something for every rule that has a fix."""


LABELLED = (
    "# Ferry Runs Again\n\n\n\nText.\n\nhttps://www.example.org/2020/02/04/ferry-runs-again\n"
)
"""What the rule for a URL without a label takes for certain, which is rare by chance."""


_TEXTS = texts() | mutated_articles() | st.just(LABELLED)
_PLACED = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.floats(0, 1)), max_size=4)


@st.composite
def scraped(draw: st.DrawFn) -> str:
    """Texts, and articles damaged and with fragments in them."""
    text = draw(_TEXTS)
    for fragment, place in draw(_PLACED):
        at = int(place * len(text))
        text = text[:at] + fragment + text[at:]
    return text
