"""A page has the price of a share, a fund or a currency, as a table of values."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_values

RULES = ("not-an-article",)
PAGES = {
    "en": (
        ("Kelsby Shipping plc (KLS)", "12.34 +0.12 (+0.98%)", "At close: 4:00 PM EST",
         "Previous Close 12.22", "Open 12.25", "Bid 12.33 x 800", "Ask 12.35 x 900",
         "Day's Range 12.20 - 12.41", "52 Week Range 9.80 - 15.02", "Volume 1,204,331",
         "Avg. Volume 998,120", "Market Cap 3.4B", "PE Ratio (TTM) 14.2", "EPS (TTM) 0.87"),
        ("KLS Stock Price", "Open", "12.25", "High", "12.41", "Low", "12.20", "Mkt cap", "3.40B",
         "P/E ratio", "14.20", "Div yield", "2.10%", "52-wk high", "15.02", "52-wk low", "9.80"),
        ("Kelsby Shipping: Key Data", "Open: $12.25", "Day Range: $12.20 - $12.41",
         "52 Week Range: $9.80 - $15.02", "Market Cap: $3.4B", "Shares Outstanding: 278M",
         "Beta: 1.12", "Dividend: $0.26", "Ex-Dividend Date: Mar 4, 2020"),
    ),
    "de": (
        ("Kelsby Reederei Aktie", "WKN: A0KLS1", "ISIN: DE000A0KLS10", "Kurs 12,34 EUR",
         "Eröffnung 12,25", "Vortag 12,22", "Tageshoch 12,41", "Tagestief 12,20",
         "52W Hoch 15,02", "52W Tief 9,80", "Marktkapitalisierung 3,4 Mrd.", "KGV 14,2"),
    ),
    "fr": (
        ("Action Kelsby", "12,34 EUR", "Ouverture 12,25", "Clôture veille 12,22",
        "Plus haut 12,41",
         "Plus bas 12,20", "Volume 1 204 331", "Capitalisation 3,4 Md", "Rendement 2,10 %"),
    ),
    "es": (
        ("Kelsby: cotización", "12,34 EUR", "Apertura 12,25", "Cierre anterior 12,22",
         "Máximo 12,41", "Mínimo 12,20", "Volumen 1.204.331", "Capitalización 3.400 M"),
    ),
    "ru": (
        ("Акции Келсби", "12,34 ₽", "Открытие 12,25", "Закрытие 12,22", "Максимум 12,41",
         "Минимум 12,20", "Объём торгов 1 204 331", "Капитализация 3,4 млрд"),
    ),
    "ja": (("ケルスビー海運 株価", "1,234円", "前日終値 1,222", "始値 1,225", "高値 1,241",
            "安値 1,220", "出来高 1,204,300", "時価総額 340億円"),),
    "zh": (("凯尔斯比航运", "12.34", "今开 12.25", "昨收 12.22", "最高 12.41", "最低 12.20",
            "成交量 120万", "总市值 34亿", "市盈率 14.2"),),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a page of the values, as blocks or as lines."""
    title, *values = random.choice(PAGES.get(article.language, PAGES["en"]))
    return saved_values(article, title, values, random)
