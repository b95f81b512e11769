"""Whether an article is about code: then it contains markup and backslashes on purpose."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.rules._shared.passages import visible_text
from corpusfmt.text.patterns import regex

_SIGN = regex(
    r"(?=[`$)<A-Zprw])"  # or else dozens of beginnings are tried at each character
    r"(?:```|`[^`\s][^`\n]{0,60}`|[$][a-z]\w*->|\);\s|[)]\s?=>\s?\{|</(?:head|body|script|style)>"
    r"|(?<![\w./-])(?:X?HTML5?|XML|CSS3?|PHP[0-9]?|JSON|YAML|SQL|(?:La)?TeX|Markdown|MediaWiki"
    r"|[Ww]ikitext|BBCode|[Pp]andoc|JavaScript|TypeScript|Perl|[Rr]egex|Unicode|UTF-8|ASCII|PostScript"
    r"|WordPress|Jinja2?|Twig|Mustache|Liquid|Hugo|API|GitHub)(?![\w/-]|\.\w))"
)


def is_about_code(context: Context) -> bool:
    """Return whether an article is about code or markup: two signs, since one may be in any.

    Made once, by ``context.memo``.
    """
    signs = _SIGN.finditer(context.memo(visible_text))
    return next(signs, None) is not None and next(signs, None) is not None
