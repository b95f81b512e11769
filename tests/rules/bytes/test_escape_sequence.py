r"""Escape sequences are found, and paths and formulas are not."""

import pytest

from corpusfmt.api.articles import format
from tests.rules.cases import article, expected, findings, fixed, found

LEFT = {
    "a space of a mail at a line end": ("The ferry sailed.=20\nIt was late.", ["=20"]),
    "UTF-7": ("The caf+AOk- is closed.", ["+AOk-"]),
    "quotation marks in UTF-7": ("+IBw-Late,+IB0- she said.", ["+IBw-"]),
    "colours of a terminal": ("It had [1;31m212 votes[0m on Monday.", ["[1;31m"]),
    "a line break": ("It is late.\\nIt sailed.", ["\\n"]),
    "line breaks": ("It is late\\n\\nand sailed", ["\\n\\n"]),
    "of Windows": ("It is late.\\r\\nIt sailed.", ["\\r\\n"]),
    "before a small letter": ("It is late.\\nit sailed", ["\\n"]),
    "at the end": ("It is late.\\n", ["\\n"]),
    "a tab": ("Skerry\\tKelsby\\t61", ["\\t"]),
    "Russian": ("Паром ушёл.\\nОн вернётся.", ["\\n"]),
    "Chinese": ("渡轮启航。\\n乘客很多。", ["\\n"]),
    "quotation marks": ('She said \\\\"so\\\\" to it', ['\\\\"']),
    "an apostrophe": ("The union\\\\'s head", ["\\\\'"]),
    "JSON": ("The ferry isn\\u2019t late", ["\\u2019"]),
    "JSON in Russian": (
        "\\u041f\\u0430\\u0440\\u043e\\u043c",
        ["\\u041f\\u0430\\u0440\\u043e\\u043c"],
    ),
    "Python": ("At the caf\\xe9 61\\xa0people", ["\\xe9"]),
    "bytes": ("It isn\\xe2\\x80\\x99t late", ["\\xe2\\x80\\x99"]),
    "octal": ("It isn\\342\\200\\231t late", ["\\342\\200\\231"]),
    "JavaScript": ("A ship \\u{1F6A2} and %u2019", ["\\u{1F6A2}"]),
    "no backslash": ("It isnu2019t at the cafu00e9", ["u2019"]),
    "an opening quotation mark": ("He said u201cno to it", ["u201c"]),
    "a URL's": ("It isn%E2%80%99t at the caf%C3%A9", ["%E2%80%99"]),
    "spaces": ("The%20ferry%20sailed", ["%20"]),
    "quoted-printable": ("It isn=E2=80=99t late", ["=E2=80=99"]),
    "quoted-printable letters": ("The caf=C3=A9 in M=C3=BCnster", ["=C3=A9"]),
    "quoted-printable of Windows": ("It isn=92t late =96 he said", ["=92"]),
    "quoted-printable letters of Windows": ("The caf=E9s in M=FCnster, qu=E9bec", ["=E9"]),
    "tags in JSON": ("It sailedu003cbr/u003elate", ["u003c"]),
    "an encoded word": ("=?utf-8?Q?The_ferry?= sailed", ["=?utf-8?Q?The_ferry?="]),
    "a list": ("['The ferry sailed.', 'It was late.']", ["['The ferry sailed.', 'It was late.']"]),
    "spaces beside a character": ("Run%20%E2%80%93%20late", ["%20%E2%80%93%20"]),
    "a spreadsheet": ("It is late_x000D_It sailed_x000D_", ["_x000D_"]),
    "a spreadsheet, as emphasis": ("It is late. _x000D_", ["x000D"]),
    "a mail": ("It sailed on Mon=\nday", ["=\n"]),
    "a slash": ("It is late./nIt sailed.", ["/n"]),
    "a table": ('She said ""we sail"" today', ['""we sail""']),
    "bytes of Python": ("b'The ferry sailed.'", ["b'The ferry sailed.'"]),
    "a dictionary": ("{'text': 'The ferry sailed.'}", ["{'text': 'The ferry sailed.'}"]),
    "a list with nothing": ("[None, 'The ferry sailed.']", ["[None, 'The ferry sailed.']"]),
    "two kinds": ('It isn\\u2019t \\\\"late\\\\".\\nSo', ["\\u2019", '\\\\"', "\\n"]),
}


@pytest.mark.parametrize(("text", "spans"), LEFT.values(), ids=LEFT)
def test_escape_sequences_are_found(text: str, spans: list[str]) -> None:
    assert sorted(span for _, span, _ in found("escape-sequence", article(text))) == sorted(spans)
    assert len(findings("escape-sequence", format(article(text)))) == len(spans)


SOUND = {
    "a sum": "The answer to 4x5=20 is known.",
    "lengths in brackets": "The hull [30m long] and the mast [5m] and [1;2] are sound.",
    "grades": "He had an A+AB- mix, B+AOK- and C+A-levels.",
    "paths": "The file C:\\new\\times.txt on \\\\server\\new\\table and HKEY_LOCAL\\Name\\Run",
    "stray backslashes": "In the\\rain when\\they were near\\noon",
    "formulas": "Then \\nu\\rho and (x)\\times\\tau \\neq \\textbf{so}. \\textbf{So}",
    "URLs": "https://a.example/caf%C3%A9%20so and www.a.example/%E2%80%99",
    "shares": "20%20 of 100%2015 and 50%EU",
    "sums": "E=20 and A=E2, b=92 and x=9",
    "parameters": "id=DEmo mode=FAst page=92 a=C and b=E9.",
    "years": "eu2019 u2013 su2014 EU2014 ngou2010",
    "names": "a team called u2018 and bu00mer",
    "code": "In Python `\\n` is a line break, and \\u2019 is an apostrophe in JSON and JavaScript.",
    "accents of LaTeX": 'The fr\\\\"ohlich f\\\\"ur',
    "a quotation in brackets": "['The ferry sailed'] was all she wrote, and ['late'] he",
    "models": "The u0026 and a U003C and u003cat sea",
    "numbers in hexadecimal": "At 0x000D and x000B, index000D1",
    "quotations in quotations": 'She said "he said "no"" and ""',
    "inches": 'A 6\'2"" man and 5""',
    "a quotation after a letter": "b'The ferry sailed,' he said, and Bob's ferry b\"sailed\"",
    "braces": "{'tis so} and {'text'} and {'a': }",
    "alternatives": "He ran./no one did, and a b/n c. /new",
    "sums over lines": "a + b =\n12 or =\nso",
    "a shrug": "Well ¯\\\\_(ツ)_/¯ so \\o/",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_looks_alike_is_not_found(text: str) -> None:
    assert found("escape-sequence", article(text)) == []


FIXED = {
    "UTF-7": ("The caf+AOk- is closed.", "The café is closed."),
    "a line break": ("It is late.\\nIt sailed.", "It is late.\nIt sailed."),
    "line breaks": ("It is late\\r\\n\\r\\nIt sailed", "It is late\n\nIt sailed"),
    "a tab": ("Skerry\\tKelsby", "Skerry Kelsby"),
    "in a heading": ("## The\\nFerry", "## The Ferry"),
    "at the end": ("It is late.\\n", "It is late."),
    "a quotation mark": ('So \\\\"late\\\\"', 'So "late"'),
    "JSON": ("A ship \\ud83d\\udea2 isn\\u2019t", "A ship 🚢 isn’t"),
    "bytes": ("It isn\\xe2\\x80\\x99t", "It isn’t"),
    "a byte": ("It isn\\x92t at the caf\\xe9", "It isn’t at the café"),
    "octal": ("It isn\\342\\200\\231t", "It isn’t"),
    "JavaScript": ("A ship \\u{1F6A2}", "A ship 🚢"),
    "no backslash": ("At the cafu00e9", "At the café"),
    "a URL's": ("It isn%E2%80%99t the%20ferry", "It isn’t the ferry"),
    "quoted-printable": ("It isn=E2=80=99t", "It isn’t"),
    "a mark": ("So \\u002Alate\\u002A", "So \\*late\\*"),
}


@pytest.mark.parametrize(("text", "wanted"), FIXED.values(), ids=FIXED)
def test_the_fix_writes_the_characters(text: str, wanted: str) -> None:
    assert fixed("escape-sequence", article(text)) == article(wanted)
    assert found("escape-sequence", article(wanted)) == []


def test_a_tab_is_not_called_a_line_break() -> None:
    [(_, _, message)] = found("escape-sequence", article("Skerry\\tKelsby"))
    assert message == "escaped tab “\\t” in the text"
    assert expected("escape-sequence", article("Skerry\\tKelsby")) == ["a space"]
    [(_, _, message)] = found("escape-sequence", article("One.\\n\\tTwo."))
    assert message.startswith("escaped line break")
