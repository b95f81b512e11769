"""A page sells or offers something, or has only the card of a recipe."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
PAGES = {
    "en": (
        ("Walking Boots", "Waterproof boots for the whole family, now from $49.99.", "Size",
         "Quantity", "Add to bag", "Free returns within 30 days"),
        ("Need a loan?", "Compare rates in minutes. Apply online today.", "Get started",
         "Representative 29.9% APR. Subject to status."),
        ("Kelsby Online Casino", "Get a 100% welcome bonus up to $500 and 50 free spins.",
         "Play now", "18+. T&Cs apply. Please gamble responsibly."),
        ("Harbour View Apartments", "2 bed | 1 bath | 64 m²", "$210,000", "Enquire now",
         "Book a viewing", "Contact agent"),
        ("Deckhand (m/f/d)", "Full-time | Kelsby", "Your tasks", "Your profile", "What we offer",
         "Apply now"),
        ("Fish Soup", "Prep Time: 10 mins", "Cook Time: 25 mins", "Servings: 4", "Ingredients",
         "- 500 g cod", "- 2 onions", "- 1 l stock", "Print Recipe"),
        ("Fish Soup", "Jump to Recipe", "Yield 4 servings", "Total Time 35 minutes",
         "Calories: 210kcal", "Course: Soup", "Rate this recipe"),
    ),
    "de": (
        ("Wanderstiefel", "Wasserdicht, jetzt nur 49,99 €", "Größe", "In den Warenkorb",
         "Kostenlose Rücksendung"),
        ("Fischsuppe", "Zubereitungszeit: 25 Min.", "Portionen: 4", "Schwierigkeit: leicht",
         "Zutaten", "- 500 g Kabeljau", "- 2 Zwiebeln", "Rezept drucken"),
        ("Günstige Kredite", "Jetzt Angebot anfordern", "Ab 2,9 % effektivem Jahreszins."),
    ),
    "fr": (
        ("Bottes de marche", "Imperméables, à partir de 49,99 €", "Taille", "Ajouter au panier",
         "Livraison offerte"),
        ("Soupe de poisson", "Temps de préparation : 10 min", "Temps de cuisson : 25 min",
         "Pour 4 personnes", "Ingrédients", "- 500 g de cabillaud", "Imprimer la recette"),
    ),
    "es": (
        ("Botas", "Impermeables, desde 49,99 €", "Talla", "Añadir a la cesta", "Envío gratis"),
        ("Sopa de pescado", "Tiempo de preparación: 10 min", "Tiempo de cocción: 25 min",
         "Raciones: 4", "Ingredientes", "- 500 g de bacalao", "Imprimir receta"),
    ),
    "ru": (("Ботинки", "Непромокаемые, от 4 999 ₽", "Размер", "В корзину",
        "Бесплатная доставка"),),
    "pl": (("Buty", "Nieprzemakalne, od 199 zł", "Rozmiar", "Dodaj do koszyka"),),
    "ja": (("登山靴", "防水 5,980円（税込）", "サイズ", "カートに入れる", "送料無料"),),
    "zh": (("登山鞋", "防水 ¥299", "尺码", "加入购物车", "包邮"),),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a page of the lines."""
    title, *lines = random.choice(PAGES.get(article.language, PAGES["en"]))
    return saved_instead(article, title, "\n\n".join(lines))
