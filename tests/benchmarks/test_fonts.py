"""Words in the codes of old fonts are those of texts that were set in them."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.damage.fonts import KRUTI_DEV, PREETI, bijoy, moved, tcvn3, vni
from tests.for_each import for_each

Case = tuple[Callable[[str], str], str, str]
CASES: dict[str, Case] = {
    "tcvn3": (tcvn3, "người được không Đà Nẵng", "ng­êi ®­îc kh«ng §µ N½ng"),
    "tcvn3, a capital with a tone": (tcvn3, "Ở đây", "ë ®©y"),
    "vni": (vni, "người được không Đà Nẵng", "ngöôøi ñöôïc khoâng Ñaø Naüng"),
    "vni, letters of their own": (vni, "chị ít nghĩ kỹ", "chò ít nghó kyõ"),
    "kruti dev": (KRUTI_DEV.encode, "और नहीं हैं के लिए", "vkSj ugha gSa ds fy,"),
    "kruti dev, r before and after": (KRUTI_DEV.encode, "कर्मी प्रदेश", "dehZ izns'k"),
    "kruti dev, a short i": (KRUTI_DEV.encode, "किया है।", "fd;k gSA"),
    "preeti": (PREETI.encode, "नेपाल भएको गरेको छ।", "g]kfn ePsf] u/]sf] 5."),
    "bijoy": (bijoy, "থেকে করে এবং হয়েছে।", "†_‡K K‡i Ges n‡q‡Q|"),
    "moved by 29": (lambda text: moved(text, 29), "The city, too.", "7KH FLW\\ WRR"),
}


@for_each(CASES)
def test_a_word_has_the_codes_of_the_font(case: Case) -> None:
    encode, text, coded = case
    assert encode(text) == coded
