"""The script and the language of a text, as far as templates need them."""

from __future__ import annotations

import re
from collections import Counter

SCRIPTS = {
    "kana": "\u3040-\u30ff",
    "hangul": "\uac00-\ud7a3",
    "han": "\u4e00-\u9fff",
    "cyrillic": "\u0400-\u04ff",
    "greek": "\u0370-\u03ff",
    "arabic": "\u0600-\u06ff",
    "hebrew": "\u0590-\u05ff",
    "devanagari": "\u0900-\u097f",
    "thai": "\u0e00-\u0e7f",
    "bengali": "\u0980-\u09ff",
    "tamil": "\u0b80-\u0bff",
    "georgian": "\u10a0-\u10ff",
    "armenian": "\u0530-\u058f",
    "ethiopic": "\u1200-\u137f",
    "latin": "A-Za-zÀ-ɏḀ-ỿ",
}
LANGUAGES = {
    "kana": "ja", "hangul": "ko", "han": "zh", "greek": "el", "hebrew": "he", "devanagari": "hi",
    "thai": "th",
}  # fmt: skip
FUNCTION_WORDS = {
    "en": "the of and to in that is was for with",
    "de": "der die und das den ist mit von nicht ein",
    "fr": "le les des est une dans que pour du qui",
    "es": "el los las que una por con del para su",
    "it": "il che di per una della con sono gli nel",
    "pt": "o os que uma não com para do da em",
    "nl": "het een van de is dat op te niet voor",
    "sv": "och att det som är en av för inte på",
    "no": "og det er som en av til på ikke har",
    "da": "og det er som en af til på ikke har",
    "pl": "i w na się nie że do jest z to",
    "cs": "a se na je že v to s by ale",
    "tr": "ve bir bu için ile olarak da de çok daha",
    "vi": "và của các là cho không được người trong một",
    "id": "yang dan di dengan untuk dari ini itu pada dalam",
    "ro": "și în de la care a că nu din pe",
    "hu": "a az és hogy nem is egy meg volt csak",
    "fi": "ja on ei että se oli mutta ovat kun myös",
}


def script_of(text: str) -> str:
    """Return the script of most letters; Japanese is known by its kana."""
    counts = Counter(
        {name: len(re.findall(f"[{ranges}]", text)) for name, ranges in SCRIPTS.items()}
    )
    if counts["kana"] * 5 > counts["han"] and counts["kana"] > 50:
        return "kana"
    return counts.most_common(1)[0][0]


def language_of(script: str, text: str, words: Counter[str]) -> str:
    """Return the code of the language, or an empty string."""
    if script == "cyrillic":
        return "uk" if re.search("[іїєґ]", text) else "ru"
    if script == "arabic":
        return "fa" if re.search("[پچژگی]", text) else "ar"
    if script != "latin":
        return LANGUAGES.get(script, "")
    shares = {
        name: sum(words[word] for word in entry.split()) for name, entry in FUNCTION_WORDS.items()
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 10 else ""
