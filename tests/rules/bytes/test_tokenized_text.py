"""Text of tokenizers is one finding; typing errors and sound text of any language are none."""

import pytest

from tests.for_each import for_each
from tests.rules.cases import article, found

TOKENIZED = {
    "Penn Treebank": "The mayor -LRB- a captain -RRB- waited.",
    "in lower case": "the mayor -lrb- a captain -rrb- waited .",
    "negations": "She did n't wait, and he ca n't.",
    "a curly apostrophe": "She did n’t wait.",
    "short forms": "He 's late , and they 're here , he said .",
    "quotation marks": "`` Here , '' he said , `` there . ''",
    "escaped quotation marks": r"\`\` Here , '' he said , \`\` there . ''",
    "WikiText": "the two @-@ year plan of 1 @,@ 200 pages",
    "Moses": "Le maire , l' homme et d' autres , attend .",
    "short forms alone": "He 's late, it 's raining, they 're here, and we 'll wait.",
    "French, spaces on both sides": "L ' île attend , dit l ' homme , et d ' ici .",
    "German": "Die Fähre , sagte sie , fährt , wenn sie will , heute . Ja , heute .",
    "Russian": "Паром , сказала она , вышел , но опоздал , и вернулся . Да .",
    "Spanish": "El barco , dijo , sale hoy , y vuelve . Sí , vuelve mañana .",
    "Italian": "Il sindaco , l' uomo , aspetta l' esito . Poi , parla .",
    "byte pair encoding": "re@@ read the un@@ known let@@ ters of old@@ er news@@ papers",
    "a few pieces": "The clo@@ ck is sl@@ ow",
    "SentencePiece": "▁The ▁fer ry ▁sailed ▁on ▁Mon day",
    "GPT-2": "ĠThe Ġferry Ġsailed Ġon ĠMonday",
    "SentencePiece without spaces": "▁The▁ferry▁sailed.",
    "GPT-2 without spaces": "TheĠferryĠsailed on Monday.",
    "WordPiece": "the play ##ing of un ##know ##n let ##ters in old ##er times",
    "lower case": "the mayor , she said , waits . the vote , too , waits .",
    "brackets alone": "The mayor -LSB- sic -RSB- waits.",
}

SOUND = {
    "English": "He's late, and they didn't wait: 'so', “so” and the boys' boat.",
    "French": "« Mot » ; oui ! Non ? Ainsi : l’homme, d’un jour.",
    "a few spaces": "It sailed , she said. It came back .",
    "an ellipsis": "And then . . . it sailed . . . at last . . .",
    "file names": "The .NET runtime, .com and .org, and .5 of it",
    "code": "a = b . c; $a . 'x' . $b . 'y' . $c . 'z'",
    "handles": "@skerry @ferry @a-b x@y.example",
    "a bar of blocks": "▁▂▃▄▅▆▇",
    "Maltese": "il-Ġimgħa " + "il-vapur telaq għal Għawdex ma’ Ġorġ u reġa’ lura wara l-ikel " * 8,
    "scare quotes": "The plan n ' x and a ' b, then c ' late ' at the quay.",
    "rock": "rock 'n' roll and fish 'n' chips",
    "rock, four times": "rock 'n' roll, drum 'n' bass, Rock 'N' Roll and fish 'n' chips",
    "rock, with curly apostrophes": "rock ’n’ roll, drum ‘n’ bass, rock ’N’ roll, fish ’n’ chips",
    "code in backquotes": "``code`` and `more`",
    "Chinese": "港口办公室说，票价不变。",
}


@for_each(TOKENIZED)
def test_tokenized_text_is_one_finding(text: str) -> None:
    assert len(found("tokenized-text", article(text))) == 1
    assert found("space-before-punctuation", article(text)) == []


@for_each(SOUND)
def test_sound_text_is_not_found(text: str) -> None:
    assert found("tokenized-text", article(text)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a -LRB- b", "the text is tokenized: “-LRB-”"),
        ("She did n't go .", "the text is tokenized: “did n't”, “go .”"),
        ("a -LRB- b -RRB- c , d . e", "the text is tokenized: “-LRB-”, “-RRB-”, “c ,” and 1 more"),
    ],
)
def test_the_first_signs_are_shown(text: str, message: str) -> None:
    [(_, _, shown)] = found("tokenized-text", text)
    assert shown.startswith(message)
