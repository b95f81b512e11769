"""Codes of fonts older than Unicode, and of fonts in PDF files that lack a table of letters.

Sources are the published tables of the encodings: TCVN 5712:1993 (VN3), VNI for Windows, Kruti Dev
010, Preeti and Bijoy (SutonnyMJ). Only letters whose codes are certain are in the tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

TCVN3 = dict(
    zip(
        "ăâêôơưđĂÂÊÔƠƯĐàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¨©ª«¬\xad®¡¢£¤¥¦§µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
VNI_OF_CIRCUMFLEX = dict(zip("\u0301\u0300\u0309\u0303\u0323", "áàåãä", strict=True))
VNI_OF_BREVE = dict(zip("\u0301\u0300\u0309\u0303\u0323", "éèúüë", strict=True))
VNI_LETTERS = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
VNI_BASES = {"\u0302": "â", "\u0306": "ê"}


def tcvn3(text: str) -> str:
    """Return Vietnamese text in the codes of TCVN3; a capital with a tone as its small letter."""
    composed = normalize("NFC", text)
    return "".join(TCVN3.get(char, TCVN3.get(char.lower(), char)) for char in composed)


def vni(text: str) -> str:
    """Return Vietnamese text in the codes of VNI for Windows."""
    return "".join(_vni_letter(char) for char in normalize("NFC", text))


def _vni_letter(char: str) -> str:
    small = char.lower()
    if char.isascii():
        return char
    if small in VNI_LETTERS:
        code = VNI_LETTERS[small]
        return code if small == char else code.upper()
    parts = list(normalize("NFD", small))
    base, marks = parts[0], parts[1:]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}.get(base, base)
        marks.remove("\u031b")
    tones = VNI_TONES
    if "\u0302" in marks:
        tones = VNI_OF_CIRCUMFLEX
    if "\u0306" in marks:
        tones = VNI_OF_BREVE
    tone = next((tones[mark] for mark in marks if mark in tones), "")
    hat = next((VNI_BASES[mark] for mark in marks if mark in VNI_BASES), "")
    code = base + (tone or hat)
    return code if small == char else code.upper()


@dataclass(frozen=True, slots=True)
class IndicFont:
    """A font of a script of India: codes of letters, of halves, of marks, of signs before."""

    letters: dict[str, str]
    halves: dict[str, str]
    marks: dict[str, str]
    before: dict[str, str]
    clusters: dict[str, str]
    virama: str
    r: str
    reph: str
    halant: str

    def encode(self, text: str) -> str:
        """Return text in the codes of the font; what it lacks stays as it is."""
        text = normalize("NFC", text)
        consonants = "\u0915-\u0939\u0958-\u095f\u0995-\u09b9\u09dc-\u09df"
        letter = rf"[{consonants}][\u093c\u09bc]?"
        cluster = rf"{letter}(?:{self.virama}{letter})*"
        signs = r"[\u093e-\u094c\u09be-\u09cc]?[\u0901-\u0903\u0981-\u0983]?"
        pattern = re.compile(rf"({cluster})({self.virama})?({signs})")
        coded: list[str] = []
        last = 0
        for match in pattern.finditer(text):
            coded.extend(self._other(char) for char in text[last : match.start()])
            coded.append(self._syllable(match[1], match[2] or "", match[3]))
            last = match.end()
        coded.extend(self._other(char) for char in text[last:])
        return "".join(coded)

    def _other(self, char: str) -> str:
        return self.letters.get(char) or self.marks.get(char, char)

    def _syllable(self, cluster: str, halant: str, signs: str) -> str:
        reph = self.r + self.virama
        has_reph = cluster.startswith(reph)
        body = self._cluster(cluster.removeprefix(reph))
        before = "".join(self.before.get(sign, "") for sign in signs)
        vowel = "".join(self.marks.get(sign, "") for sign in signs if sign not in NASALS)
        nasal = "".join(self.marks.get(sign, "") for sign in signs if sign in NASALS)
        end = self.halant if halant else ""
        return before + body + vowel + (self.reph if has_reph else "") + nasal + end

    def _cluster(self, cluster: str) -> str:
        for joined, code in self.clusters.items():
            if cluster.endswith(joined):
                rest = cluster.removesuffix(joined)
                return (self._halves(rest) if rest else "") + code
        *firsts, last = cluster.split(self.virama)
        return self._halves("".join(first + self.virama for first in firsts)) + self._full(last)

    def _halves(self, letters: str) -> str:
        parts = [part for part in letters.split(self.virama) if part]
        return "".join(self.halves.get(part, self._full(part) + self.halant) for part in parts)

    def _full(self, letter: str) -> str:
        return self.letters.get(letter) or self.letters.get(letter[0], letter[0])


NASALS = "\u0901\u0902\u0903\u0981\u0982\u0983"


def pairs(text: str) -> dict[str, str]:
    """Return a table that is written as letter, code, letter, code."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


KRUTI_DEV = IndicFont(
    letters=pairs("""
        क d ख [k ग x घ ?k ङ ³ च p छ N ज t झ > ञ ¥ ट V ठ B ड M ढ < ण .k त r थ Fk द n ध /k न u
        प i फ Q ब c भ Hk म e य ; र j ल y व o श 'k ष "k स l ह g अ v आ vk इ b ई bZ उ m ऊ Å ए , ऐ ,s
        ओ vks औ vkS । A , ] . - - & ( ¼ ) ½ “ ß ” Þ ‘ ^ ’ * ? \\
    """) | {"ड\u093c": "M+", "ढ\u093c": "<+", "ज\u093c": "t+"},
    halves=pairs("""
        क D ख [ ग X घ ? च P ज T ण . त R थ F ध / न U प I ब C भ H म E य ¸ ल Y व O श ' ष " स L
    """),
    marks={"\u093e": "k", "\u0940": "h", "\u0941": "q", "\u0942": "w", "\u0943": "`",
           "\u0947": "s", "\u0948": "S", "\u094b": "ks", "\u094c": "kS", "\u0902": "a",
           "\u0901": "¡", "\u0903": "%", "\u0949": "‚"},
    before={"\u093f": "f"},
    clusters={"क्ष": "{k", "त्र": "=", "ज्ञ": "K", "श्र": "J", "प्र": "iz", "क्र": "Ø", "द्ध": ")",
              "द्व": "}", "त्त": "Ùk", "द्य": "|", "ट्ट": "ê", "ट्र": "Vª", "ड्र": "Mª", "ग्र": "xz",
              "ब्र": "cz", "द्र": "nz", "भ्र": "Hkz", "स्र": "lz", "फ्र": "Ýz"},
    virama="\u094d", r="र", reph="Z", halant="~",
)  # fmt: skip
PREETI = IndicFont(
    letters=pairs("""
        क s ख v ग u घ 3 ङ ª च r छ 5 ज h ञ ` ट 6 ठ 7 ड 8 ढ 9 ण 0f त t थ y द b ध w न g प k फ km
        ब a भ e म d य o र / ल n व j श z ष if स ; ह x अ c आ cf इ O ई O{ उ p ऊ pm ए P ऐ P] ओ cf] औ cf}
        । . . =
    """),
    halves=pairs("क S ख V ग U च R ज H ण 0 त T थ Y ध W न G प K ब A भ E म D ल N व J श Z ष i स : ह X"),
    marks={"\u093e": "f", "\u0940": "L", "\u0941": "'", "\u0942": '"', "\u0943": "[",
           "\u0947": "]", "\u0948": "}", "\u094b": "f]", "\u094c": "f}", "\u0902": "+",
           "\u0901": "F", "\u0903": "M"},
    before={"\u093f": "l"},
    clusters={"क्ष": "If", "त्र": "q", "ज्ञ": "1", "श्र": ">", "प्र": "k|", "द्ध": "4", "त्त": "Q"},
    virama="\u094d", r="र", reph="{", halant="\\",
)  # fmt: skip
BIJOY = IndicFont(
    letters=pairs("""
        অ A আ Av ই B ঈ C উ D এ G ঐ H ও I ঔ J ক K খ L গ M ঘ N ঙ O চ P ছ Q জ R ঝ S ঞ T ট U ঠ V
        ড W ঢ X ণ Y ত Z থ _ দ ` ধ a ন b প c ফ d ব e ভ f ম g য h র i ল j শ k ষ l স m হ n ৎ r । |
    """) | {"য\u09bc": "q", "ড\u09bc": "o"},
    halves={},
    marks={"\u09be": "v", "\u09c0": "x", "\u09c1": "y", "\u09c2": "~", "\u09cb": "v",
           "\u09cc": "Š", "\u0982": "s", "\u0983": "t", "\u0981": "u"},
    before={"\u09bf": "w", "\u09c7": "‡", "\u09c8": "ˆ", "\u09cb": "‡", "\u09cc": "‡"},
    clusters={"ন্য": "b¨", "প্র": "cÖ", "ত্র": "Î", "ক্ষ": "¶", "ঙ্গ": "½", "ন্ন": "bœ"},
    virama="\u09cd", r="র", reph="©", halant="&",
)  # fmt: skip


def bijoy(text: str) -> str:
    """Return Bengali text in the codes of Bijoy, which has another sign at the start of a word."""
    return re.sub(r"(?<!\S)‡", "†", BIJOY.encode(text))


def moved(text: str, distance: int) -> str:
    """Return text as the numbers of glyphs, which are less than the codes by a distance.

    Characters that become control characters are lost, as converters drop them.
    """
    coded: list[str] = []
    for char in text:
        code = ord(char) - distance
        if char == " " or not char.isascii():
            coded.append(char)
        elif code > ord(" "):
            coded.append(chr(code))
    return "".join(coded)
