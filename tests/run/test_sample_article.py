"""The text that is worked on first is one that needs what most articles need."""

import corpusfmt
from corpusfmt.run.sample_article import SAMPLE


def test_the_sample_is_canonical_and_has_every_part() -> None:
    assert SAMPLE.data is not None
    text = SAMPLE.data.decode()
    assert corpusfmt.format(text) == text, "fmt would want to write it"
    assert corpusfmt.check(text).diagnostics == ()
    article = corpusfmt.parse(text)
    assert article.subtitle
    assert article.byline
    assert article.date
    assert article.caption
    assert article.credit
    assert article.url
    assert len({type(block) for block in article.body}) == 4
