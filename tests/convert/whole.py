"""A document that has every feature, with values that differ, to recognise them in an output."""

from __future__ import annotations

from typing import Any


def text(words: str, **marks: bool) -> dict[str, Any]:
    return {"type": "text", "text": words, **marks}


def paragraph(*nodes: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(nodes)}


WHOLE: Any = {
    "corpusfmt": "1.0",
    "title": "Lamp <Relit> & Burning",
    "subtitle": "After 40 years",
    "byline": [
        {"name": "Mara Lindqvist", "url": "https://coast.example/mara", "role": "Reporter"},
        {"name": "Reuters"},
    ],
    "date": "2024-03-05T09:02+01:00",
    "updated": "2024-03-06T10:00:30Z",
    "intro": [[text("The lamp burns.")], [text("At last.")]],
    "caption": "The lamp",
    "credit": "Ida Berg / Museum",
    "body": [
        paragraph(
            text("It shone "),
            text("again", strong=True),
            text(" on "),
            text("Friday", em=True),
            {"type": "break"},
            text("night, "),
            {
                "type": "link",
                "url": "https://coast.example/a?b=1&c=2",
                "content": [text("they "), text("said", strong=True, em=True)],
            },
            text("."),
        ),
        {"type": "heading", "level": 3, "content": [text("Why now")]},
        {"type": "item", "content": [text("One")]},
        {"type": "item", "content": [text("Two")], "number": 7, "depth": 1},
        {"type": "item", "content": [text("Three")], "number": 8, "depth": 1},
        {"type": "quote", "content": [text("So dark.")]},
        {
            "type": "related",
            "label": "Read more",
            "links": [
                {"title": "Ships", "url": "https://coast.example/ships"},
                {"title": "Storms", "url": "#"},
            ],
        },
        {"type": "separator"},
        {
            "type": "image",
            "url": "https://coast.example/lamp.jpg",
            "alt": "A lamp",
            "caption": "Its glass",
            "credit": "Olav Moe",
        },
        paragraph(text("The end.")),
    ],
    "url": "https://coast.example/2024/lamp?x=1&y=2",
}

PLAIN: Any = {"corpusfmt": "1.0", "title": "Title", "body": [paragraph(text("Words."))]}
"""The smallest document."""
