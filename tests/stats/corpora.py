"""Small corpora for the tests of the command, the figures and the page."""

from pathlib import Path

HOSTILE = "<script>window.attacked=1</script>"


def article(
    title: str,
    *,
    host: str = "skerrynews.example",
    slug: str = "a",
    date: str = "March 05, 2024",
    author: str = "Ana Lind",
    body: str = "",
) -> str:
    """Return the text of an article, canonical where the arguments are plain."""
    text = body or f"The {title} is the first of its kind on the island, and it was late on Monday."
    header = "\n\n".join([f"# {title}", f"By [{author}](#)", date])
    return f"{header}\n\n\n\n{text}\n\nOriginal url:\n\n<https://{host}/{slug}>\n"


FOOTER = "The Skerry News is printed on paper from the island's own mill, and it was so in 1920."
STORY = (
    "The ferry to Skerry sailed on Monday with 61 passengers, the first crossing since a storm "
    "tore its ramp from the quay in October. The harbour master said the new ramp would stand at "
    "least ten winters. Tickets cost as much as "
)
DEUTSCH = (
    "Die Uhr am Hafen ist am Montag gekommen, und sie war am Dienstag zu spät, wie der "
    "Hafenmeister sagt. Das liegt nicht an der Uhr."
)


def small_corpus() -> dict[str, str]:
    """Return files with all that is counted: hosts, months, languages, findings, kinds, groups."""
    files = {
        f"skerry/{number}.txt": article(
            f"Ferry {number}",
            slug=f"ferry-{number}",
            date=f"March {number:02}, 202{number % 4}",
            body=f"Ferry {number} sailed on the day before the storm.\n\n{FOOTER}",
        )
        for number in range(1, 6)
    }
    harbour = "harbourpost.example"
    return files | {
        "harbour/a.txt": article("One", host=harbour, slug="one", body=STORY + "before."),
        "harbour/b.txt": article("Two", host=harbour, slug="two", body=STORY + "ever."),
        "harbour/c.txt": article("Two", host=harbour, slug="two", body=STORY + "before."),
        "harbour/uhr.txt": article("Die Uhr", host=harbour, slug="uhr", body=DEUTSCH),
        "harbour/date.txt": article("Numbers", host=harbour, slug="n", date="03/04/2016"),
        "harbour/wall.txt": "# Just a moment...\n\n\n\nVerify you are human by completing the "
        "action below.\n\nskerrynews.example needs to review the security of your connection "
        "before proceeding.\n",
        "harbour/plain.txt": "Only a line",
    }


def hostile_corpus() -> dict[str, str]:
    """Return articles whose every field tries to run a script."""
    close = "</script><script>window.attacked=1</script>"
    return {
        "a.txt": article(HOSTILE, author=f"Eve {HOSTILE}", body=f"{close} {FOOTER}"),
        "b.txt": article(close, slug=f"b?{HOSTILE}", body=f"<img src=x onerror=alert(1)> {STORY}"),
        "c.txt": f"# Link\n\n\n\n[x](javascript:alert(1)) {DEUTSCH}\n\nOriginal url:\n\n"
        "<javascript:alert(document.domain)>\n",
        "d.txt": f"# A \u202e{HOSTILE}\n\n\n\n<!-- {close} ]]> &lt; &amp; \u2028\n",
        "e.txt": article("Host", host='x.example"onclick=alert(1)', slug="e"),
    }


def write_corpus(folder: Path, files: dict[str, str]) -> None:
    """Write the files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
