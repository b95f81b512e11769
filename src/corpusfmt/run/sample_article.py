"""A text that is worked on before a run starts processes, which then share what it has loaded."""

from __future__ import annotations

from corpusfmt.files.input import Input
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.project.cache.reader import CacheReader

_TEXT = """# Ferry Timetable for the Winter

## Fewer crossings from November on

By [Ada Brook](#) and Tom Osei

November 03, 2023



A view of the harbour. **Ida Holm / Skarv Museum**

The ferry to the islands crosses the sound four times a day from *Friday* on.

### **What changes**

"We had hoped for five crossings," said **Anna Holm**, who lives on [the outer island](https://islands.example/).

- The first ferry leaves at seven.

- The last one is back at nine.

**Related article:** [Lighthouse Lamp Relit](#)

Original url:

<https://coastpost.example/2023/11/03/ferry-timetable-for-the-winter>
"""

SAMPLE = Input("sample.txt", _TEXT.encode())
"""The text, which is on no disk: nothing is written for it."""


def sample_for(cache: CacheReader | None) -> Input | None:
    """Return the text, or None where a cache has the results of most texts, which are not read."""
    return SAMPLE if cache is None or cache.is_empty() else None
