"""The order of numeric dates such as ``05/03/2024``: day or month first, by settings and host."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.text.annotations import Literal
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field

DateOrder = Literal["month-first", "day-first"]
"""How a numeric date that could be two days is read."""

DATE_ORDERS: tuple[DateOrder, ...] = ("month-first", "day-first")

_HOST = regex(r"(?i:https?)://(?:[^/?#\s]*@)?([^/?#\s:@]+)")


@dataclass(frozen=True, slots=True)
class DateOrders:
    """The order for all articles, and for those of some hosts; None where the settings have none.

    Without an order such a date is read with the month first, and reported as ambiguous.
    """

    default: DateOrder | None = None
    hosts: Mapping[str, DateOrder | None] = field(default_factory=dict)

    def of(self, url: str | None) -> DateOrder | None:
        """Return the order for the host of an article's URL, or for the nearest domain above it."""
        if not self.hosts or not url:
            return self.default
        host = nearest_host(host_of(url), self.hosts)
        return self.default if host is None else self.hosts[host]


NO_ORDERS = DateOrders()


def date_orders(function: str, order: DateOrder | None) -> DateOrders:
    """Return one order for all articles.

    Raise ValueError, with the name of the public function, for an unknown order.
    """
    if order is None:
        return NO_ORDERS
    if order not in DATE_ORDERS:
        expected = " or ".join(map(repr, DATE_ORDERS))
        raise ValueError(f"{function}() takes {expected} as date_order, not {order!r}")
    return DateOrders(order)


def host_of(url: str) -> str:
    """Return the host of an http(s) URL, in lower case and without "www.", or an empty string."""
    match = _HOST.match(url)
    return match[1].lower().removeprefix("www.") if match else ""


def nearest_host(host: str, known: Mapping[str, object]) -> str | None:
    """Return the host if it is known, else the nearest known domain above it, or None."""
    while host:
        if host in known:
            return host
        host = host.partition(".")[2]
    return None
