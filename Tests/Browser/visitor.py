"""A reader with a browser, and the watch that is kept over what they open."""

from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, ViewportSize

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", event =>
  reportViolation(`${event.violatedDirective} forbids ${event.blockedURI}`))
"""


@dataclass
class Watch:
    """What went wrong in the pages of one test; `expected` holds parts of what is meant to."""

    problems: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def note(self, problem: str) -> None:
        """Remember a problem, unless the test expects it."""
        if not any(part in problem for part in self.expected):
            self.problems.append(problem)


class Visitor:
    """A reader with a screen and settings, all of whose pages are watched."""

    def __init__(self, browser: Browser, watch: Watch, contexts: list[BrowserContext]) -> None:
        self._browser = browser
        self._watch = watch
        self._contexts = contexts

    def open(
        self,
        url: str,
        width: int = 1280,
        height: int = 800,
        color_scheme: str = "light",
        javascript: bool = True,
        init_script: str = "",
        wait_until: str = "load",
        stays: bool = True,
    ) -> Page:
        """Open an address in a fresh browser context, and wait until it is loaded.

        A page that leads on to another one does not, unless `stays` is false.
        """
        context = self._browser.new_context(
            viewport=ViewportSize(width=width, height=height),
            color_scheme=color_scheme,
            java_script_enabled=javascript,
        )
        self._contexts.append(context)
        page = context.new_page()
        self._watch_page(page)
        self._stay_on(page, url, stays)
        if init_script:
            page.add_init_script(init_script)
        page.goto(url, wait_until=wait_until)
        return page

    def _watch_page(self, page: Page) -> None:
        """Take down errors, violations of the policy, and requests to other hosts."""
        note = self._watch.note
        page.on("console", lambda m: m.type == "error" and note(f"console: {m.text} ({page.url})"))
        page.on("pageerror", lambda error: note(f"script: {error} ({page.url})"))
        page.on(
            "response",
            lambda answer: answer.status >= 400 and note(f"{answer.status}: {answer.url}"),
        )
        page.expose_function("reportViolation", lambda text: note(f"policy: {text} ({page.url})"))
        page.add_init_script(REPORT_VIOLATIONS)

    def _stay_on(self, page: Page, url: str, stays: bool) -> None:
        """Stop requests to other hosts, and where it stays keep a redirect page from leaving."""

        def decide(route: Route, request: Request) -> None:
            if request.url.startswith("data:") or _host(request.url) == _host(url):
                goes = request.is_navigation_request() and request.url != urldefrag(url).url
                leaves = stays and goes
                # An empty answer leaves the browser on the page that it shows.
                route.fulfill(status=204) if leaves else route.continue_()
            else:
                self._watch.note(f"request to another host: {request.url}")
                route.abort()

        page.route("**/*", decide)


def _host(url: str) -> str:
    return urlsplit(url).netloc
