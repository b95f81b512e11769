r"""Commands and LaTeX formulas are found, and sums of money and paths are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, found

LEFT = {
    "a command": "The \\textbf{ferry} sailed",
    "an environment": "\\begin{itemize} so",
    "a section": "\\section*{Costs}",
    "a source": "As in \\cite[p. 3]{brook2023}",
    "no arguments": "At \\alpha and \\times so",
    "a formula": "It is $x_1$ or so",
    "a power": "It is $10^3$ times",
    "a command in a formula": "It is $\\sigma$ now",
    "a formula in braces": "It is $x_{max}$ now",
    "a display": "$$a + b = c$$",
    "a tie": "See Fig.~3 and Eq.~2",
    "a fraction": "About \\frac{1}{2} of them",
    "an accent": 'The fr\\\\"ohlich ferry',
    "accents": 'In Espa\\\\~na and fen\\\\^etre, f\\\\"ur',
    "an accent in braces": "In Le\\\\'{o}n and Erd\\\\H{o}s",
    "an umlaut in braces": 'The M\\\\"{u}ller ferry',
    "quotation marks": "She said ``it sails'' and ``it is late''",
    "a quotation of a wire": "``It sails,'' he said",
    "a sign of its own": "The potential $\\sim$supply and 5$\\%$ of it",
    "Russian": "Это \\emph{паром} тут",
    "escaped": "The \\\\textbf{ferry} sailed",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_markup_of_latex_is_found(text: str) -> None:
    assert len(findings("latex-markup", article(text))) == 1
    assert len(findings("latex-markup", format(article(text)))) == 1


UMLAUTS = {
    "one": ('Everton erh\\"ohte in der 58. Minute', "ö"),
    "several": ('Sie k\\"opfte f\\"ur **H\\"artef\\"alle**', "ö"),
    "without a backslash": ('Sie w"ahlte', "ä"),
}


@pytest.mark.parametrize(("text", "letter"), UMLAUTS.values(), ids=UMLAUTS)
def test_an_umlaut_is_found_before_and_after_markdown_takes_it_for_an_escape(
    text: str, letter: str
) -> None:
    [one] = findings("latex-markup", article(text))
    assert one.expected == letter
    [one] = findings("latex-markup", format(article(text)))
    assert one.expected == letter


SOUND = {
    "an advert": "$$ The Green Ferry $$ sails",
    "quotations of JSON": 'He said \\"our ferry\\"of the north, and \\"yes\\", \\"all right\\"',
    "a quotation beside a word": 'He said "our ferry"of the north',
    "a quotation inside of a word": 'the un"official"ly named ferry, "so he said"',
    "marks that are escaped": "Hawai\\`ian, a\\*o, a\\_e, ma\\~nana and a\\[o\\]",
    "money": "It costs $5 or $10, US$500m, $1.2bn_and $3^ to $4",
    "money in a row": "from $12 to $13^ and A$5 or $6$",
    "paths": "C:\\alpha\\beta and \\\\server\\alpha",
    "stray backslashes": "in its\\desks and the\\rain",
    "quotations": 'He said \\\\"all right\\\\" and "a',
    "letters of Hawaiian": "In Hawai\\\\`ian and O\\\\`ahu, l\\\\'eau and qu\\\\'il",
    "code marks": "A ``code`` and `` so '' and ```late''",
    "braces": "a '{so}' or \"{late}\"",
    "waves": "about ~12 and 5~6 Fig. ~3",
    "code": "In LaTeX and HTML \\textbf{a} is bold",
    "tickers": "$TSLA and $GME_ and $AAPL rose",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_looks_alike_is_not_found(text: str) -> None:
    assert found("latex-markup", article(text)) == []
