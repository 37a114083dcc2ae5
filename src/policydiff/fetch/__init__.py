"""Pages and their attachments from the web, politely and within bounds.

    with Client(FetchOptions()) as client:
        page = client.get("https://…")                       # bytes as served, headers, final address, time
    suspicion(page, read_bytes(page.data, page.final_url))   # an error page, a login, a script challenge?
    attachment_links(markup, page.final_url)                 # 附件1：….docx

Most commands fetch nothing: what does the fetching is loaded when it is first asked for, and httpx2, protego and
Beautiful Soup when the first page is fetched.
"""

from typing import TYPE_CHECKING

from policydiff.fetch.options import FetchOptions
from policydiff.fetch.page import Known, Page, Progress, silent
from policydiff.later import later

if TYPE_CHECKING:
    from policydiff.fetch.addresses import is_url
    from policydiff.fetch.attachments import Link, attachment_links
    from policydiff.fetch.client import Client
    from policydiff.fetch.naming import file_name
    from policydiff.fetch.suspects import Suspicion, SuspicionCode, suspicion, suspicion_of_file

__all__ = [
    "Client",
    "FetchOptions",
    "Known",
    "Link",
    "Page",
    "Progress",
    "Suspicion",
    "SuspicionCode",
    "attachment_links",
    "file_name",
    "is_url",
    "silent",
    "suspicion",
    "suspicion_of_file",
]

__getattr__, __dir__ = later(
    __name__,
    {
        "client": ("Client",),
        "attachments": ("Link", "attachment_links"),
        "suspects": ("Suspicion", "SuspicionCode", "suspicion", "suspicion_of_file"),
        "naming": ("file_name",),
        "addresses": ("is_url",),
    },
)
