"""Whether the day or the month is first in a numeric date such as ``05/03/2024``: by settings, and by host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

DateOrder = Literal["month-first", "day-first"]
"""How a numeric date is read that could be two days."""

DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)

_HOST = re.compile(r"(?i:https?)://(?:[^/?#\s]*@)?([^/?#\s:@]+)")


@dataclass(frozen=True, slots=True)
class DateOrders:
    """The order for all articles, and for those of some hosts; None where the settings have none.

    Without an order such a date is read with the month first, and reported as ambiguous.
    """

    default: DateOrder | None = None
    hosts: Mapping[str, DateOrder | None] = field(default_factory=dict)

    def of(self, url: str | None) -> DateOrder | None:
        """Return the order for an article with this URL: that of its host, or of the nearest domain above it."""
        if not self.hosts or not url:
            return self.default
        host = nearest_host(host_of(url), self.hosts)
        return self.default if host is None else self.hosts[host]


NO_ORDERS = DateOrders()


def date_orders(function: str, order: DateOrder | None) -> DateOrders:
    """Return one order for all articles.

    ValueError, for the caller of the function, where it is not an order.
    """
    if order is None:
        return NO_ORDERS
    if order not in DATE_ORDERS:
        expected = " or ".join(map(repr, DATE_ORDERS))
        raise ValueError(f"{function}() takes {expected} as date_order, not {order!r}")
    return DateOrders(order)


def host_of(address: str) -> str:
    """The host of an http(s) address, in lower case and without "www."; empty where it has none."""
    match = _HOST.match(address)
    return match[1].lower().removeprefix("www.") if match else ""


def nearest_host(host: str, known: Mapping[str, object]) -> str | None:
    """Return the host if it is known, or else the nearest domain above it that is.

    None where none is.
    """
    while host:
        if host in known:
            return host
        host = host.partition(".")[2]
    return None
