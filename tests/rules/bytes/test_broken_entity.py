"""References that have lost a part are found, and semicolons and numbers are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, fixed, found

LEFT = {
    "a hexadecimal number": ("Er sagte x201E;guten Tag x201C;nicht.", ["x201E;"]),
    "a number before a letter": ("It wasn&#8217t late.", ["&#8217"]),
    "a number": ("Skerry#39;s ferry", ["#39;"]),
    "a number and a letter": ("Skerry #39;s ferry", ["#39;"]),
    "a number and a digit": ("It cost #36;12 then", ["#36;"]),
    "a long number": ("The ferry #8211; late", ["#8211;"]),
    "a number in base sixteen": ("Skerry#x27;s ferry", ["#x27;"]),
    "without its sign": ("Skerryx27;s ferry", ["x27;"]),
    "without both": ("Skerry39;s ferry", ["39;"]),
    "a number after a digit": ("Skerry 61#39;e çıktı", ["#39;"]),
    "Korean": ("#54637;#49548;#48277; IEEPA#50640; #44540;#44144;", ["#54637;"]),
    "Russian numbers": ("#1055;#1072;#1088;#1086;#1084; ходит", ["#1055;"]),
    "quotation marks": ("He said quot;noquot; to it", ["quot;"]),
    "a space": ("61nbsp;passengers", ["nbsp;"]),
    "an apostrophe": ("It isnrsquo;t late", ["rsquo;"]),
    "French": ("Le cafeacute; rouvre", ["eacute;"]),
    "German": ("Die Fauml;hre fährt", ["auml;"]),
    "Spanish": ("El nintilde;o", ["ntilde;"]),
    "Russian": ("Паром laquo;Скерриraquo; ходит", ["laquo;"]),
    "an ampersand": ("Fish amp; Chips", ["amp;"]),
    "escaped twice": ("Skerryamp;#39;s and amp;nbsp;so", ["amp;#39;", "amp;nbsp;"]),
    "a tag": ("The lt;bgt;ferrylt;/bgt;", ["lt;bgt;"]),
    "no semicolon": ("The&nbsp ferry isn&rsquot late", ["&nbsp"]),
    "no semicolon after a number": ("The ferry &#8211 late", ["&#8211"]),
    "no semicolon of an ampersand": ("Fish &amp Chips", ["&amp"]),
    "no semicolon after a word": ("It costs &pound 12 and &euro 5", ["&pound"]),
    "no semicolon of a sign": ("&copy 2023 Skerry Post", ["&copy"]),
    "a space before the name": ("The& nbsp; ferry", ["& nbsp;"]),
    "a space after the name": ("The &quot ;ferry&quot ;", ["&quot ;"]),
    "a space in a number": ("Skerry&# 39;s", ["&# 39;"]),
    "two kinds": ("Skerry#39;s &ldquo ferry", ["#39;", "&ldquo"]),
}


@pytest.mark.parametrize(("text", "spans"), LEFT.values(), ids=LEFT)
def test_broken_references_are_found(text: str, spans: list[str]) -> None:
    assert [span for _, span, _ in found("broken-entity", article(text))] == spans
    written = format(article(text))
    assert len(findings("broken-entity", written)) == len(spans)


SOUND = {
    "a number that goes on": "The part &#821734 is on order.",
    "references": "Skerry&#39;s &amp; &nbsp; &quot;ferry&quot; &lt;b&gt;",
    "semicolons": "He left; she stayed; it was cash; the camp; the ramp; a lamp; he sagt; bringt;",
    "numbers": "Bus #39; then bus #40; and No. 12; issue #8; room #1234; and so on",
    "an amplifier": "He bought an amp; the amp was loud. An amp; it broke.",
    "companies": "AT&T; R&D; Q&A; B&B; Marks & Spencer; P&O; a & b; &c.",
    "words after an ampersand": "Use copy&paste and stop &copied; R&Dcent and a&copy it.",
    "URLs": "https://a.example/?a=b&nbsp=1;quot;c&amp=2 and www.a.example/#39;s",
    "colours": "In CSS and HTML the colours #ccc; and #39;a are grey.",
    "code": "`&nbsp` and `quot;` are references.",
    "hashtags": "#ferry; #2023; #39;",
    "numbers of orders": "Orders #5123;#5678; and #12345; of 2#40;",
    "references beside each other": "&#54637;&#49548; &#1055;&#1072;",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_looks_alike_is_not_found(text: str) -> None:
    assert found("broken-entity", article(text)) == []


FIXED = {
    "a number": ("Skerry#39;s ferry#39;s", "Skerry's ferry's"),
    "numbers of letters": ("#1055;#1072;#1088;#1086;#1084; IEEPA#50640;", "Паром IEEPA에"),
    "without its sign": ("Skerryx27;s and Kelsby39;s", "Skerry's and Kelsby's"),
    "a tag": ("The lt;bgt;ferry", "The \\<b>ferry"),
    "an ampersand": ("Fish amp; Chips", "Fish & Chips"),
    "no semicolon": ("The &ldquo;ferry&rdquo is", "The &ldquo;ferry” is"),
    "a space": ("The &quot ;ferry& quot;", 'The "ferry"'),
    "a no-break space": ("61nbsp;passengers", "61\xa0passengers"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_writes_the_characters(text: str, wanted: str) -> None:
    assert fixed("broken-entity", article(text)) == article(wanted)
    assert found("broken-entity", article(wanted)) == []
