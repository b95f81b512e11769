"""A box that asks for an e-mail address, or for a visit to a channel, is saved with the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("boilerplate",)
CALLS = {
    "en": (
        "Get the morning's top stories delivered straight to your inbox.",
        "Enter your email address",
        "Join thousands of readers who get our daily briefing by email.", "Sign up for The Brief.",
        "By signing up, you agree to our Terms of Use and Privacy Policy.",
        "Your weekly newsletter",
        "Want the news first? Join our WhatsApp community.", "You're now subscribed!",
        "Keep up to date with our free weekday newsletter.", "Follow our channel on Telegram",
        "Sign up to our free newsletter for a round-up of the day's news.",
        "Please enter a valid email",
        "Stay on top of the latest headlines: subscribe to our alerts.",
        "Unsubscribe at any time.",
        "There was an error submitting your subscription.",
        "Don't have an account? Subscribe here",
    ),
    "de": (
        "Jeden Abend das Wichtigste im Überblick: Jetzt für den Newsletter anmelden.",
        "Melden Sie sich für unseren kostenlosen Newsletter an.",
        "Bitte geben Sie Ihre E-Mail-Adresse ein.",
        "Unser Newsletter informiert Sie täglich über die wichtigsten Nachrichten.",
        "Folgen Sie unserem WhatsApp-Kanal.", "Vielen Dank für Ihre Anmeldung!",
    ),
    "fr": (
        "Inscrivez-vous à notre newsletter quotidienne.",
        "Recevez le meilleur de l'actualité par e-mail.",
        "Chaque soir, l'essentiel de l'info dans votre boîte mail.", "Votre adresse e-mail",
        "Rejoignez notre chaîne WhatsApp.",
    ),
    "es": (
        "Suscríbete a nuestra newsletter diaria.",
        "Recibe las noticias más importantes en tu correo.",
        "Únete a nuestro canal de WhatsApp.", "Introduce tu correo electrónico",
        "Regístrate gratis en nuestro boletín.",
    ),
    "it": ("Iscriviti alla nostra newsletter.", "Inserisci la tua email",
        "Segui il nostro canale WhatsApp."),
    "pt": ("Receba nossas notícias por e-mail.", "Entre no nosso grupo do WhatsApp.",
        "Digite seu e-mail"),
    "nl": ("Schrijf je in voor onze nieuwsbrief.",
        "Ontvang dagelijks het laatste nieuws in je inbox."),
    "pl": ("Zapisz się do naszego newslettera.", "Podaj adres e-mail",
        "Dołącz do naszego kanału na WhatsAppie."),
    "ru": ("Подпишитесь на нашу ежедневную рассылку.", "Читайте нас в Telegram.",
        "Введите ваш e-mail"),
    "tr": ("E-bültenimize kaydolun.", "WhatsApp kanalımıza katılın.",
        "Gelişmelerden haberdar olmak için abone olun"),
    "ja": ("メールマガジンに登録する", "公式LINEを友だち追加"), "zh": ("关注我们的微信公众号",
        "订阅我们的每日简报"),
    "ko": ("뉴스레터를 구독하세요", "카카오톡 채널을 추가하세요"),
    "ar": ("اشترك في نشرتنا البريدية", "انضم إلى قناتنا على واتساب"),
    "id": ("Dapatkan berita terbaru di kanal WhatsApp kami.", "Gabung di grup Telegram kami"),
    "vi": ("Đăng ký nhận bản tin của chúng tôi", "Theo dõi chúng tôi trên Zalo"),
    "sv": ("Anmäl dig till vårt nyhetsbrev.",), "no": ("Meld deg på vårt nyhetsbrev.",),
    "da": ("Tilmeld dig vores nyhedsbrev.",), "fi": ("Tilaa uutiskirjeemme.",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a call above a paragraph or after the last one, in the language of the article."""
    if article.language not in CALLS:
        return None
    line = random.choice(CALLS[article.language])
    if random.random() < 0.5:
        return article.with_last_block(line)
    return article.with_block(article.pick(random), line)
