"""Text was set in a font older than Unicode, or in one of a PDF file without a table of letters."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.damage.article import Article, Damaged, some
from benchmarks.damage.fonts import KRUTI_DEV, PREETI, bijoy, moved, tcvn3, vni

RULES = ("legacy-font",)
MISSED = (
    "a moved alphabet without spaces, one that is moved by 30 or 31, one of a language other than "
    "English or German, and passages of one sentence"
)
PASSAGES: tuple[tuple[Callable[[str], str], tuple[str, ...]], ...] = (
    (tcvn3, (
        "Ông cho biết người dân trong vùng đã chờ cây cầu này nhiều năm và không ai tin rằng nó "
        "sẽ được xây xong.",
        "Theo kế hoạch, các hộ dân của xã được nhận tiền hỗ trợ trước khi công trình bắt đầu.",
    )),
    (vni, (
        "Bà nói rằng những người trẻ của làng phải đi làm xa vì ở đây không có việc.",
        "Trường học mới được mở vào tháng chín với một thư viện cho các em nhỏ.",
    )),
    (KRUTI_DEV.encode, (
        "गांव के लोगों ने कहा कि पुल का काम इस साल पूरा नहीं होगा और सड़क पर पानी भर गया है।",
        "अधिकारी का कहना है कि किसानों को पैसा देने के लिए एक नई योजना बनाई जा रही है।",
    )),
    (PREETI.encode, (
        "नेपाल सरकारले यो वर्ष गाउँका लागि नयाँ पुल बनाउने भएको छ र काम पनि सुरु गरेको छ।",
        "उनले भने कि बाटो नभएका कारण यहाँका मानिस समयमा बजार जान सकेका छैनन्।",
    )),
    (bijoy, (
        "তিনি বলেন, এই এলাকার মানুষ অনেক দিন থেকে একটি সেতুর দাবি করে আসছেন।",
        "সরকার এবার তাদের কথা রেখেছে এবং নদীর ওপর কাজ করা হয়েছে।",
        "আগামী বছরের মে মাসে এটি খোলা হবে বলে জানানো হয়েছে।",
    )),
)  # fmt: skip
FONTS: dict[str, tuple[Callable[[str], str], ...]] = {
    "vi": (tcvn3, vni),
    "hi": (KRUTI_DEV.encode,),
    "bn": (bijoy,),
}


def damage(article: Article, random: Random) -> Damaged | None:
    """Write paragraphs in the codes of a font, or insert a passage of another language in one."""
    if not article.paragraphs:
        return None
    fonts = FONTS.get(article.language)
    if fonts is None and random.random() < 0.5:
        font, sentences = random.choice(PASSAGES)
        place = random.choice(article.paragraphs)
        passage = " ".join(random.sample(sentences, random.randint(1, len(sentences))))
        return article.with_block(place, font(passage))
    if fonts is None and article.script != "latin":
        return None
    change = random.choice(fonts) if fonts else _moved(random)
    count = random.choice((1, 2, 99))
    chosen = some(random, article.paragraphs, count)
    return article.with_lines({index: change(article.lines[index]) for index in chosen})


def _moved(random: Random) -> Callable[[str], str]:
    distance = random.choice((29, 29, 29, 29, 28, 30, 31))
    space = random.choice((" ", " ", " ", " ", " ", ""))
    return lambda line: moved(line, distance).replace(" ", space)
