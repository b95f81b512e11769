"""A page has the weather of a place, as a table of values."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_values

RULES = ("not-an-article",)
PLACES = ("Kelsby", "Lunden", "Porto Alto", "Brackwater")
PAGES = {
    "en": (
        ("{place} Weather", "As of 9:15 am", "12°", "Mostly Cloudy", "Feels Like 9°", "High / Low",
         "14° / 6°", "Wind 12 mph", "Humidity 81%", "Dew Point 7°", "Pressure 30.02 in",
         "UV Index 1 of 11", "Visibility 10 mi", "Moon Phase Waning Crescent"),
        ("{place} 10-Day Forecast", "Today", "54°/41°", "Rain", "80%", "Fri 8", "57°/44°",
         "Partly Cloudy", "15%", "Sat 9", "60°/45°", "Sunny", "5%", "Sunrise 7:02 am",
         "Sunset 4:48 pm"),
        ("Current conditions", "Temperature: 12 °C", "Wind: SW 15 km/h", "Humidity: 81 %",
         "Pressure: 1012 hPa", "Precipitation: 0.2 mm", "Sunrise: 07:02", "Sunset: 16:48"),
    ),
    "de": (
        ("Wetter {place}", "Heute", "12 °C", "Gefühlt 9 °C", "Niederschlag 20 %", "Wind 15 km/h",
         "Luftfeuchtigkeit 81 %", "Luftdruck 1012 hPa", "Sonnenaufgang 07:02",
         "Sonnenuntergang 16:48"),
    ),
    "fr": (
        ("Météo {place}", "Aujourd'hui", "12 °C", "Ressenti 9 °C", "Vent 15 km/h", "Humidité 81 %",
         "Pression 1012 hPa", "Lever du soleil 07:02", "Coucher du soleil 16:48"),
    ),
    "es": (
        ("El tiempo en {place}", "Hoy", "12 °C", "Sensación térmica 9 °C", "Viento 15 km/h",
         "Humedad 81 %", "Presión 1012 hPa", "Amanecer 07:02", "Puesta de sol 16:48"),
    ),
    "ru": (
        ("Погода: {place}", "Сегодня", "+12°", "Ощущается как +9°", "Ветер 4 м/с", "Влажность 81%",
         "Давление 748 мм рт. ст.", "Восход 07:02", "Закат 16:48"),
    ),
    "ja": (("{place}の天気", "今日", "最高気温 12℃", "最低気温 6℃", "降水確率 20%", "湿度 81%",
            "風速 4m/s", "日の出 07:02", "日の入り 16:48"),),
    "zh": (("{place}天气预报", "今天", "最高气温 12℃", "最低气温 6℃", "湿度 81%", "风力 3级",
            "气压 1012 hPa", "日出 07:02", "日落 16:48"),),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a page of the values, as blocks or as lines."""
    title, *values = random.choice(PAGES.get(article.language, PAGES["en"]))
    title = title.format(place=random.choice(PLACES))
    return saved_values(article, title, values, random)
