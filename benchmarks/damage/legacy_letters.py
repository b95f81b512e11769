"""An old encoding or keyboard has a letter of another language in place of one that it lacks."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("legacy-letter",)
MISSED = "Urdu, and Persian in which only one of the letters is wrong, in some articles"
LETTERS = {
    "ro": (("șțȘȚ", "şţŞŢ"),),
    "fa": (("یک", "يك"), ("یک", "يك"), ("ی", "ي"), ("ک", "ك")),
    "ur": (("یک", "يك"), ("یکہ", "يكه"), ("ی", "ي"), ("ک", "ك")),
}
STORIES = {
    "ro": (
        ("Podul din port se redeschide după trei ani", (
            "Autoritățile au anunțat că podul din port va fi redeschis și pentru camioane, după ce "
            "lucrările au fost terminate săptămâna trecută.",
            "Locuitorii orașului spun că au așteptat prea mult și că nimeni nu le-a explicat de ce "
            "costurile au crescut atât de mult.",
            "Potrivit primarului, aceștia vor primi despăgubiri, iar școala din cartier va avea "
            "din nou o stație de autobuz în fața porții.",
            "Mai mulți experți cred însă că situația nu este încă rezolvată și cer o nouă "
            "verificare a structurii.",
        )),
    ),
    "fa": (
        ("پل بندر پس از سه سال دوباره باز می‌شود", (
            "مقام‌های شهری اعلام کردند که پل بندر پس از سه سال کار برای عبور خودروها باز می‌شود.",
            "ساکنان می‌گویند که برای این روز خیلی صبر کرده‌اند و کسی دلیل افزایش هزینه‌ها را به آنها "
            "نگفته است.",
            "به گفته شهردار، یکی از مدرسه‌های محله نیز دوباره یک ایستگاه اتوبوس خواهد داشت.",
            "برخی کارشناسان اما بر این باورند که مشکل هنوز حل نشده و بررسی دیگری لازم است.",
        )),
    ),
    "ur": (
        ("بندرگاہ کا پل تین سال بعد دوبارہ کھل گیا", (
            "حکام نے اعلان کیا ہے کہ بندرگاہ کا پل تین سال کے کام کے بعد گاڑیوں کے لیے "
            "کھول دیا گیا ہے۔",
            "شہریوں کا کہنا ہے کہ انہوں نے اس دن کا بہت انتظار کیا اور کسی نے انہیں اخراجات کی وجہ "
            "نہیں بتائی۔",
            "میئر کے مطابق علاقے کے ایک سکول کے سامنے بھی بس کا سٹاپ دوبارہ بنایا جائے گا۔",
            "کچھ ماہرین کی رائے میں مسئلہ ابھی حل نہیں ہوا اور ایک اور جانچ کی ضرورت ہے۔",
        )),
    ),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the letters of another language in the article, or in a story saved in its place.

    The articles of the collection are rarely in one of these languages, so most are replaced.
    """
    language = "ro" if "ț" in article.text and "ș" in article.text else article.language
    if language in LETTERS:
        table = str.maketrans(*random.choice(LETTERS[language]))
        return article.with_every_line(lambda line: line.translate(table))
    language = random.choice(tuple(STORIES))
    title, paragraphs = random.choice(STORIES[language])
    shown = random.sample(paragraphs, random.randint(2, len(paragraphs)))
    table = str.maketrans(*random.choice(LETTERS[language]))
    return saved_instead(article, title.translate(table), "\n\n".join(shown).translate(table))
