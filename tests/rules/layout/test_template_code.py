"""Code of publishing systems is found, and words in brackets are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, findings, found

LEFT = {
    "XML": '<?xml version="1.0" encoding="UTF-8"?> The ferry.',
    "a mail that is forwarded": "-----Original Message-----",
    "Word's settings": "Normal 0 21 false false false HR X-NONE X-NONE MicrosoftInternetExplorer4",
    "Word's list": "[if !supportLists]·  [endif]the pier",
    "Word's error": "See Error! Reference source not found. for more.",
    "Word's error in German": "Siehe Fehler! Textmarke nicht definiert. im Bericht.",
    "Word's error in Russian": "См. Ошибка! Закладка не определена. в отчёте.",
    "subtitles": "12\n00:01:02,500 --> 00:01:04,000\nThe ferry sails.",
    "a mail": 'Content-Type: text/plain; charset="utf-8"',
    "a mail's version": "MIME-Version: 1.0",
    "slots in order": "The ferry took %1$s people.",
    "slots with names": "The ferry took %(count)s people.",
    "a PDF file": "endobj 12 0 obj << /Type /Page /Parent 3 0 R >>",
    "WordPress": '[caption id="attachment_12" align="left" width="300"]The pier',
    "WordPress, escaped": '\\[caption id="attachment_12" width="300"\\]The pier',
    "an end": "The pier.[/caption]",
    "curly quotation marks": "[gallery ids=“1,2,3”]",
    "no attributes": "[gallery]",
    "a builder": "[vc_row][vc_column]The pier",
    "a builder's end": "The pier[/et_pb_section]",
    "an unknown one": '[sn_box id="12" style="wide"]',
    "two attributes": "[newsbox id=12 size=large]",
    "a video": "[youtube https://a.example/v]",
    "Drupal": "[[nid:4711]]",
    "Drupal's files": '[[{"fid":"12","view_mode":"default"}]]',
    "bold": "The [b]ferry[/b] sailed",
    "a link": "The [url=https://a.example/]ferry[/url] sailed",
    "a quotation": "[quote=Ada]It is late[/quote]",
    "Hugo": '{{< figure src="pier.jpg" >}}',
    "Hugo's end": "{{% /note %}}",
    "Jinja": "By {{ author.name }} for {{site}}",
    "Liquid": "{% include related.html %}",
    "a loop": "{% for a in b %}The pier",
    "Ruby": "<%= title %>",
    "JavaScript": "Hello ${user.name}, welcome",
    "PHP": "<?php the_title(); ?>",
    "a mail merge": "Dear %%first_name%%, welcome",
    "a script": "(function(){ show(1); })();",
    "an advert": "googletag.cmd.push(function() { googletag.display(1); });",
    "a variable": "window.dataLayer = window.dataLayer || [];",
    "a style": ".article-box { margin: 0 auto; padding: 1px; }",
    "data": '{"@type":"NewsArticle","headline":"Ferry"}',
    "an object": "By [object Object]",
    "Russian": "[caption id=“a1” width=“300”]Причал",
    "a style of an element": ".article p { margin: 0 0 1em; font-size: 18px; }",
    "a video of WordPress": "[video: https://a.example/v.mp4]",
    "a slot": "[ad_1]",
    "a widget": "[NEWSLETTER_WIDGET]",
    "a block of WordPress": "!-- wp:paragraph --",
    "an element": "var ad = document.getElementById('ad');",
    "a section of XML": "<![CDATA[The ferry",
    "a warning of PHP": "Warning: Undefined variable $x in /var/www/html/single.php on line 12",
    "a plug-in": "It sails. {loadposition adverts} A ticket",
    "a plug-in with its end": "{youtube}x8Kq2_19aZ{/youtube}",
    "a link of a word processor": 'See HYPERLINK "https://a.example/" the plan',
    "rich text": "{\\rtf1\\ansi\\deff0 It sails",
    "a paragraph of rich text": "It sails.\\\\par A ticket",
    "an error of a table": "The ferry #NAME? sails",
    "a reference of a table": "#REF!",
    "a formula": '=HYPERLINK("https://a.example/","Ferry")',
    "a value that is missing": "NaN",
    "no value": "null",
    "a mark of a dataset": "@highlight\nThe ferry sails",
    "an exception of Python": "Traceback (most recent call last): in <x>",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_code_is_found(text: str) -> None:
    assert len(findings("template-code", article(text))) == 1
    assert len(findings("template-code", format(article(text)))) == 1


SOUND = {
    "a line": "----- The original message was short -----",
    "an error": "Error! the captain shouted. Fehler! The Normal 0 false start was no surprise.",
    "times": "The race took 00:01:02.5 and then 00:01:04.000 --> a record.",
    "more shares": "It rose 3% (since May) and 5%, or $1 and 50% in all.",
    "a type of content": "The content-type of the page, she said: it is the obj of the law.",
    "a script in an article about code": 'In PHP, `window.x = 1` is not {"a": 1}',
    "windows": "She opened the window. (It was late.) The document (and more) is lost {sic}",
    "editors": "He [the captain] said [it] was [sic] late [...] and [laughs] [s]o [b]ut [i]n [u]p",
    "values in prose": "The result is null and void. NaN is bread, and nan a gran: None.",
    "a hash": "We are #1! A #NAME and a #VALUE, room #N/A",
    "an account": "@highlight posted it, and so did @highlights",
    "names in braces": "{module} {a} and {see}",
    "labels": "[VIDEO] [Photo] [Update] [sponsored] [removed] [name 기자]",
    "capitals": "[AFP] [BBC NEWS] [A_B] [UN_] and [video: the pier] [ad hoc] [ad 12]",
    "references": "[1] [2][3] [citation needed] [a] [b]",
    "irony": "So good [/sarcasm] and [/s",
    "links": "See [the [new] pier](https://a.example/)",
    "sets": "{a, b} {AT} and % so %",
    "a name in braces": "He wrote {see: page 4} and /srv/page.php is a file",
    "shares": "5% and 10% <5% of a, 3%% and ${ or $5",
    "faces": "<3 and <? and ?>",
    "code": "In PHP and HTML {{ a }} and [gallery] and <?php ?>",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_words_in_brackets_are_not_found(text: str) -> None:
    assert found("template-code", article(text)) == []
