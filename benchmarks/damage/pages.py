"""Pages that are saved in place of an article, in several languages."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from benchmarks.damage.article import Article, Damaged

ERRORS = {
    "en": (
        ("404 Not Found", "The page you are looking for could not be found. It may have been "
         "moved or deleted.\n\nReturn to the homepage"),
        ("Page not found", "Sorry, we can't find the page that you requested.\n\nGo back"),
        ("502 Bad Gateway", "nginx/1.14.0"),
        ("Error establishing a database connection", "Contact your administrator."),
        ("Service Unavailable", "The server is temporarily unable to service your request due to "
         "maintenance downtime or capacity problems. Please try again later."),
        ("This page isn't working", "The site redirected you too many times."),
    ),
    "de": (
        ("Seite nicht gefunden", "Die gesuchte Seite konnte leider nicht gefunden werden. "
         "Möglicherweise wurde sie verschoben oder gelöscht.\n\nZur Startseite"),
        ("Fehler 404", "Diese Seite existiert nicht mehr."),
    ),
    "fr": (
        ("Page introuvable", "La page que vous recherchez n'existe pas ou a été déplacée.\n\n"
         "Retour à l'accueil"),
        ("Erreur 404", "Désolé, cette page n'existe plus."),
    ),
    "es": (
        ("Página no encontrada", "La página que buscas no existe o ha sido movida.\n\n"
         "Volver al inicio"),
        ("Error 404", "Lo sentimos, no hemos encontrado la página solicitada."),
    ),
    "it": (("Pagina non trovata", "La pagina che stai cercando non esiste o è stata spostata."),),
    "pt": (("Página não encontrada", "A página que você procura não existe ou foi removida."),),
    "ru": (("Страница не найдена", "К сожалению, запрашиваемая страница не существует или была "
            "удалена.\n\nНа главную"),),
    "pl": (("Nie znaleziono strony", "Strona, której szukasz, nie istnieje lub została "
            "przeniesiona."),),
    "tr": (("Sayfa bulunamadı", "Aradığınız sayfa bulunamadı veya kaldırılmış olabilir."),),
    "ar": (("الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير موجودة."),),
    "zh": (("页面不存在", "抱歉，您访问的页面不存在或已被删除。\n\n返回首页"),),
    "ja": (("ページが見つかりません", "お探しのページは見つかりませんでした。移動または削除された"
            "可能性があります。"),),
    "ko": (("페이지를 찾을 수 없습니다", "요청하신 페이지가 존재하지 않거나 삭제되었습니다."),),
    "vi": (("Không tìm thấy trang", "Trang bạn tìm kiếm không tồn tại hoặc đã bị xóa."),),
}  # fmt: skip
ROBOTS = {
    "en": (
        ("Just a moment...", "Checking your browser before accessing the site. This process is "
         "automatic.\n\nDDoS protection by Cloudflare\n\nRay ID: 5f2b7c9d8e1a3b4c"),
        ("Are you a robot?", "Please verify that you are a human by clicking the box below.\n\n"
         "Please make sure your browser supports JavaScript and cookies."),
        ("Access Denied", "You don't have permission to access this page on this server.\n\n"
         "Reference #18.5f2b7c9d.1588000000.1a3b4c"),
        ("Attention Required!", "Please complete the security check to access the site.\n\n"
         "Why do I have to complete a CAPTCHA?"),
    ),
    "de": (("Sind Sie ein Mensch?", "Bitte bestätigen Sie, dass Sie kein Roboter sind."),),
    "fr": (("Vérification", "Veuillez confirmer que vous n'êtes pas un robot pour continuer."),),
    "es": (("Verificación", "Confirma que no eres un robot para continuar."),),
    "ru": (("Проверка", "Подтвердите, что запросы отправляли вы, а не робот."),),
    "zh": (("安全验证", "请完成安全验证，证明您不是机器人。"),),
}  # fmt: skip
WALLS = {
    "en": (
        ("We value your privacy", "We and our partners store and access information on a device, "
         "such as cookies, and process personal data.\n\nAccept all\n\nManage options"),
        ("Before you continue", "We use cookies to deliver and maintain our services and to "
         "measure audience engagement.\n\nI agree\n\nReject all\n\nPrivacy policy"),
        ("Sign in", "Please log in to continue reading.\n\nEmail address\n\nPassword\n\n"
         "Forgot your password?\n\nCreate an account"),
        ("Please enable JavaScript", "You need to enable JavaScript to run this app."),
    ),
    "de": (
        ("Ihre Privatsphäre", "Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen "
         "zu personalisieren.\n\nAlle akzeptieren\n\nEinstellungen"),
        ("Anmelden", "Bitte melden Sie sich an.\n\nE-Mail-Adresse\n\nPasswort vergessen?"),
    ),
    "fr": (
        ("Votre vie privée", "Nous et nos partenaires utilisons des cookies pour mesurer "
         "l'audience et personnaliser la publicité.\n\nTout accepter\n\nContinuer sans accepter"),
    ),
    "es": (
        ("Tu privacidad", "Nosotros y nuestros socios utilizamos cookies para personalizar el "
         "contenido y los anuncios.\n\nAceptar\n\nConfigurar cookies"),
    ),
    "it": (
        ("La tua privacy", "Noi e i nostri partner utilizziamo cookie per personalizzare i "
         "contenuti e gli annunci.\n\nAccetta tutto\n\nRifiuta"),
    ),
    "nl": (("Uw privacy", "Wij en onze partners gebruiken cookies om advertenties te tonen.\n\n"
            "Akkoord\n\nInstellingen"),),
    "pl": (("Twoja prywatność", "My i nasi partnerzy używamy plików cookie, aby dopasować treści "
            "i reklamy.\n\nAkceptuję\n\nUstawienia"),),
}  # fmt: skip
PAYWALLS = {
    "en": (
        "To continue reading, subscribe now. Already a subscriber? Log in",
        "This article is for subscribers only.\n\nSubscribe from $1 a week",
        "You have reached your limit of free articles this month.\n\nSubscribe to keep reading",
        "Unlock this article with a digital subscription.",
    ),
    "de": (
        "Dieser Artikel ist nur für Abonnenten.\n\nJetzt weiterlesen mit einem Digital-Abo",
        "Jetzt anmelden und weiterlesen. Sie haben bereits ein Abo?",
    ),
    "fr": (
        "La suite est réservée aux abonnés. Déjà abonné ? Se connecter",
        "Il vous reste 75% de cet article à lire.\n\nAbonnez-vous",
    ),
    "es": ("Contenido exclusivo para suscriptores. ¿Ya eres suscriptor? Inicia sesión",
           "Para seguir leyendo, suscríbete"),
    "it": ("Questo articolo è riservato agli abbonati. Sei già abbonato? Accedi",),
    "pt": ("Conteúdo exclusivo para assinantes. Já é assinante? Faça login",),
    "nl": ("Dit artikel is alleen voor abonnees. Al abonnee? Log in",),
    "sv": ("Den här artikeln är bara för prenumeranter. Redan prenumerant? Logga in",),
    "no": ("Denne saken er kun for abonnenter. Allerede abonnent? Logg inn",),
    "da": ("Denne artikel er kun for abonnenter. Allerede abonnent? Log ind",),
    "pl": ("Dalszy ciąg artykułu tylko dla prenumeratorów. Masz już subskrypcję? Zaloguj się",),
    "ja": ("この記事は有料会員限定です。残り1200文字。\n\n会員登録して続きを読む",),
}  # fmt: skip


def saved_instead(article: Article, title: str, body: str) -> Damaged | None:
    """Return a page with the URL of the article."""
    end = f"\n\nOriginal url:\n\n<{article.url}>" if article.url else ""
    return article.whole(f"# {title}\n\n\n\n{body}{end}\n")


def saved_values(
    article: Article, title: str, values: Sequence[str], random: Random
) -> Damaged | None:
    """Return a page of values, as blocks or as lines, with the URL of the article."""
    return saved_instead(article, title, random.choice(("\n\n", "\n\n", "\n")).join(values))


def framed(article: Article, frame: str) -> Damaged | None:
    """Return the paragraphs of the article in the fields of a database, ``{body}`` in a frame."""
    body = "\n\n".join(article.lines[index] for index in article.paragraphs)
    if not body:
        return None
    text = frame.format(body=body, title=article.title)
    return saved_instead(article, article.title, text)
