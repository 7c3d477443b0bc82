"""The site of the test suite, and its browser, for the tests of web servers."""

from browser.conftest import browser
from conftest import built_site

__all__ = ["browser", "built_site"]
