"""Names of websites, papers and agencies in titles, as they are printed beside a headline."""

from __future__ import annotations

from functools import cache

from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.credit_lists import agencies, credit_words
from corpusfmt.text.patterns import regex

FILLING = frozenset(
    {
        *("a", "an", "and", "com", "da", "de", "del", "der", "di", "die", "do", "el", "en", "home"),
        *("il", "la", "le", "les", "magazine", "net", "news", "of", "official", "on", "online"),
        *("org", "site", "the", "uk", "us", "website", "y"),
    }
)
"""Words that a website may add to the name of its host."""

_WORDS_FOR_NEWS = frozenset(
    ["news", "nachrichten", "nieuws", "nyheter", "nyheder", "uutiset", "haberleri", "hírek"]
)
_MOST_WORDS, _LONGEST_UNSPACED = 5, 16
_DOMAIN = regex(
    r"(?i)(?:www\.)?(?:[\w-]{1,40} ){0,2}[\w-]{2,40}\.(?:co\.|com\.|org\.)?"
    r"(?:com|net|org|info|biz|news|tv|online|example|at|au|be|br|ca|ch|cn|cz|de|dk|es|eu|fi|fr|gr"
    r"|hu|ie|il|in|it|jp|kr|mx|nl|no|nz|pl|pt|ro|rs|ru|se|sk|tr|tw|ua|uk|us|vn|za"
    r"|bd|bg|by|cl|ee|hk|hr|ke|kz|lt|lv|ng|pe|ph|pk|sg|si)"
)
_CODE = regex(r"(?i)asp\.net|\w+\.net (?:core|framework)")
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_UNSPACED_OUTLET = regex(
    "(?:新闻网?|[\u4e00-\u9fff]网|[\u4e00-\u9fff]網|传媒|傳媒|客户端|广播电台|新聞網?|日报|日報|晚报|晚報|早报|早報|时报|時報|周刊|週刊|在线|網路報|电视台|電視台|通讯社|通訊社"
    "|新聞社|新聞デジタル|新聞オンライン|新聞|ニュース|オンライン|通信|뉴스|일보|신문|방송|데일리|타임스)\\Z"
)


def is_domain(name: str) -> bool:
    """Return whether a name is that of a host: ``skerry.example``."""
    return "." in name and _DOMAIN.fullmatch(name) is not None and not _CODE.fullmatch(name)


def begins_as_slogan(name: str) -> bool:
    """Return whether a name begins as websites describe themselves: ``Latest news from Skerry``."""
    return name.lower().startswith(read_list("site_slogans"))


def ends_as_slogan(name: str) -> bool:
    """Return whether it is places and a word for news: ``Skerry and Merrow news``."""
    *places, last = name.split()
    return bool(places) and last in _WORDS_FOR_NEWS and are_names(" ".join(places))


def is_unspaced(text: str) -> bool:
    """Return whether a text has a letter of Chinese, Japanese or Korean."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_of_outlet(name: str) -> bool:
    """Return whether a name may be that of an outlet, by one of its words, or is known."""
    if is_unspaced(name):
        return len(name) <= _LONGEST_UNSPACED and _UNSPACED_OUTLET.search(name) is not None
    if _is_known(name):
        return True
    words = name.split()
    if len(words) > _MOST_WORDS or name[0].islower() or not are_names(name):
        return False
    return any(word.lower() in _outlet_words() for word in words)


def is_full_name(name: str) -> bool:
    """Return whether a name of an outlet has another word, too: ``Skerry Post``, not ``Post``."""
    return is_unspaced(name) or _is_known(name) or len(name.split()) > 1


def are_names(name: str) -> bool:
    """Return whether all words begin with a capital, but for articles and the like."""
    return all(not word[0].islower() or word.lower() in FILLING for word in name.split())


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(read_list("outlet_words"))


def _is_known(name: str) -> bool:
    return name.casefold().removeprefix("the ") in _known_names()


@cache
def _known_names() -> frozenset[str]:
    """Return the names of agencies, papers and platforms, in lower case."""
    names = {*agencies(), *credit_words("paper_names"), *read_list("site_names")}
    return frozenset(map(str.casefold, names)) - _outlet_words()
