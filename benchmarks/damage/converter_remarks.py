"""A converter or a language model writes a line about its work into the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("converter-remark", "html-tag", "running-head")
MISSED = (
    "remarks about a truncated or missing page, the watermarks and the text of pictures that some "
    "models mark, many sentences of language models, and those in languages other than English"
)
PAGES = (
    "{{{page}}}------------------------------------------------",  # marker
    "--- end of page={page} ---",  # pymupdf4llm
    "--- end of page.page_number={page} ---",  # pymupdf4llm
    "-- {page} of 12 --",  # pdf-parse
    "[Page {page}]",
    "--- Page {page} ---",
    "===== Page {page} =====",
    "## Page {page}",
    "<!-- page break -->",  # docling
    "<!-- PageBreak -->",  # Azure Document Intelligence
    '<!-- PageNumber="{page}" -->',  # Azure Document Intelligence
    "<page_number>{page}</page_number>",  # Nanonets-OCR
    "<!-- Slide number: {page} -->",  # MarkItDown
    "[MISSING_PAGE_EMPTY:{page}]",  # Nougat
    "[MISSING_PAGE_FAIL:{page}]",  # Nougat
    "NO_CONTENT_HERE",  # LlamaParse
)
PICTURES = (
    "**==> picture [{width} x {height}] intentionally omitted <==**",  # pymupdf4llm
    "==> picture [{width} x {height}] intentionally omitted <==",
    "**----- Start of picture text -----**<br>\n{words}<br>\n"
    "**----- End of picture text -----**<br>",
    "![](_page_{page}_Picture_{number}.jpeg)",  # marker
    "![](_page_{page}_Figure_{number}.jpeg)",  # marker
    "<!-- image -->",  # docling
    "<!-- formula-not-decoded -->",  # docling
    "🖼️❌ Image not available. Please use `PdfPipelineOptions(generate_picture_images=True)`",
    "[cid:image00{number}.png@01D7A3B2.4F5C6D70]",  # Outlook
    "[image: image.png]",  # Gmail
    "[IMAGE]",
    "[Image]",
    "*[Image OCR]\n{words}\n[End OCR]*",  # MarkItDown
    "<img>{words}</img>",  # Nanonets-OCR
    "<watermark>{words}</watermark>",  # Nanonets-OCR
)
COMMENTS = (
    "[comment]: <> ({words})",
    "[//]: # ({words})",
    "[//]: <> ({words})",
    "<!-- -->",  # Pandoc
    "<!-- {words} -->",
    "+++ ==WARNING: Truncated because of repetitions==",  # Nougat
)
MODELS = {
    "en": (
        "Here is the extracted text from the image:",
        "Here is the text extracted from the document:",
        "Here's the transcription of the page:",
        "Sure! Here is the text from the image:",
        "Certainly! Below is the full text of the document in Markdown:",
        "The image contains the following text:",
        "The text in the image reads as follows:",
        "The image does not contain any text.",
        "There is no text in the image to extract.",
        "I'm sorry, but I can't assist with that request.",
        "I'm unable to read the text in this image because it is too blurry.",
        "As an AI language model, I cannot verify the contents of the page.",
        "Note: Some of the text is illegible because of the quality of the scan.",
        "Please provide the text that you would like me to convert.",
        "I have preserved the original formatting as far as possible.",
        "Let me know if you would like me to continue with the next page.",
    ),
    "de": (
        "Hier ist der extrahierte Text aus dem Bild:",
        "Das Bild enthält keinen Text.",
        "Hier ist die Transkription des Dokuments:",
    ),
    "fr": ("Voici le texte extrait de l'image :", "L'image ne contient pas de texte."),
    "es": ("Aquí está el texto extraído de la imagen:", "La imagen no contiene texto."),
    "vi": ("Dưới đây là nội dung văn bản được trích xuất từ hình ảnh:",),
    "zh": ("以下是从图片中提取的文本：", "图片中没有文字。"),
    "ja": ("以下は画像から抽出したテキストです。",),
}


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a remark between paragraphs; that of a model above the first or below the last."""
    if len(article.paragraphs) < 3:
        return None
    if random.random() < 0.3:
        remarks = MODELS.get(article.language, MODELS["en"])
        if random.random() < 0.3:
            remarks = MODELS["en"]
        place = random.choice((article.paragraphs[0], article.paragraphs[-1]))
        return article.with_block(place, random.choice(remarks))
    words = " ".join(article.lines[random.choice(article.paragraphs)].split()[:5])
    remark = random.choice(random.choice((PAGES, PICTURES, COMMENTS))).format(
        page=random.randint(1, 11),
        number=random.randint(0, 3),
        width=random.randint(40, 600),
        height=random.randint(20, 600),
        words=words[:60].strip("([<*)]>"),
    )
    return article.with_block(random.choice(article.paragraphs[1:]), remark)
