"""The controls of a video or audio player are saved with the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("boilerplate",)
CONTROLS = (
    "Video Player is loading.", "Play Video", "Play", "Skip Backward", "Skip Forward", "Mute",
    "Current Time\u00a00:00", "/", "Duration\u00a02:31", "Loaded: 9.85%", "0:00",
    "Stream Type\u00a0LIVE", "Seek to live, currently behind live", "LIVE",
    "Remaining Time\u00a0-2:31", "1x", "Playback Rate", "Chapters", "Chapters", "Descriptions",
    "descriptions off, selected", "Captions", "captions settings, opens captions settings dialog",
    "captions off, selected", "Audio Track", "Picture-in-Picture", "Fullscreen",
    "This is a modal window.",
)  # fmt: skip
LINES = {
    "en": ("Unmute", "0:00 / 1:45", "00:00", "Volume 0%", "Watch: 2:31", "Play Now", "WATCH LIVE",
           "Listen to this article 4 min", "Video 1 min 20 sec", "Now Playing",
           "AI-generated audio",
           "Press shift question mark to access a list of keyboard shortcuts", "Paused"),
    "de": ("Video abspielen", "Audio starten", "Artikel anhören", "Ton an", "Vollbild"),
    "fr": ("Lire la vidéo", "Écouter l'article", "Activer le son", "Vidéo : 2:31"),
    "es": ("Reproducir video", "Escuchar", "Ver video", "Activar sonido"),
    "it": ("Riproduci", "Ascolta l'articolo", "Guarda il video"),
    "pt": ("Reproduzir vídeo", "Ouvir notícia", "Assista ao vídeo"),
    "nl": ("Video afspelen", "Luister naar dit artikel"),
    "ru": ("Смотреть видео", "Слушать", "Включить звук"),
    "pl": ("Odtwórz", "Posłuchaj artykułu"),
    "tr": ("Videoyu izle", "Haberi dinle"),
    "ja": ("動画を再生", "音声で聴く"), "zh": ("播放视频", "点击收听"), "ko": ("동영상 재생",
        "기사 듣기"),
    "ar": ("تشغيل الفيديو", "استمع"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a row of controls, or a single line, above the first or another paragraph."""
    if not article.paragraphs:
        return None
    if random.random() < 0.4:
        start = random.randrange(len(CONTROLS) - 6)
        lines = "\n\n".join(CONTROLS[start : start + random.randint(4, 12)])
    else:
        lines = random.choice(LINES.get(article.language, LINES["en"]))
    place = article.paragraphs[0] if random.random() < 0.6 else article.pick(random)
    return article.with_block(place, lines)
