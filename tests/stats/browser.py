"""Chromium without a window, driven by selenium."""

import base64
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


class Browser:
    """A browser with one page."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, page: Path, *, width: int = 1200, dark: bool = False) -> None:
        """Open a page at a width, in the light or the dark theme."""
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get(page.as_uri())
        self.run("return document.fonts.ready.then(() => true)")
        # Plots are drawn in the next frame.
        self.run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def run(self, script: str, *values: object) -> Any:
        """Return what a script returns."""
        return self.driver.execute_script(script, *values)

    def text(self, selector: str) -> str:
        """Return the text of the first element that a selector matches."""
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements that a selector matches."""
        script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)"
        return [str(text) for text in self.run(script, selector)]

    def click(self, selector: str) -> None:
        """Click on the first element that a selector matches."""
        self.run("document.querySelector(arguments[0]).click()", selector)

    def point_at(self, selector: str, across: float) -> None:
        """Move the mouse to a place in an element, at a share of its width."""
        script = """
            const element = document.querySelector(arguments[0]);
            element.scrollIntoView({block: "center", behavior: "instant"});
            const box = element.getBoundingClientRect();
            return [box.left + box.width * arguments[1], box.top + box.height / 2];
        """
        x, y = self.run(script, selector, across)
        event = {"type": "mouseMoved", "x": x, "y": y}
        self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
        self.run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")

    def press(self, *keys: str) -> None:
        """Press keys, named as in a DOM event."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "End": 35, "Home": 36}
        codes |= {"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        for key in keys:
            event = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
            if key == "Enter":
                event["text"] = "\r"
            for kind in ("keyDown", "keyUp"):
                self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, **event})

    def screenshot(self) -> bytes:
        """Return the whole page as a picture (PNG)."""
        options = {"captureBeyondViewport": True, "format": "png"}
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", options)
        return base64.b64decode(shot["data"])

    def print(self) -> bytes:
        """Return the page as it is printed (PDF)."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})
        return base64.b64decode(printed["data"])

    def problems(self) -> list[str]:
        """Return what is in the console since the last call."""
        return [json.dumps(entry) for entry in self.driver.get_log("browser")]


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium; skip the test where it is not installed."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("Chromium and its driver are not installed (Debian: chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for option in _OPTIONS:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(driver)
    started = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(started)
    finally:
        started.quit()
