"""Pages, crawls, feeds and a PDF as a librarian meets them, all written for these tests."""

import io
import json

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TITLE = "Customs and border guards train together"
LEAD = "Customs officers and border guards of two neighbours trained together at a mountain checkpoint this week."
PARAGRAPHS = [
    "The exercise began on Tuesday, 4 June 2024, with a search of lorries and went on with a patrol along the river.",
    "The commander of the checkpoint told reporters that both services had learned from each other and would meet again.",
    "Observers from three further states watched the last day, when the search dogs had their turn in the loading yard.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Example Herald"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "datePublished": "2024-06-05T08:30:00+05:00",
            "author": [{"@type": "Person", "name": "Jane Example"}, {"@type": "Person", "name": "John Sample"}],
            "publisher": {"@type": "Organization", "name": "Example Herald"},
            "inLanguage": "en-GB",
        },
    ],
}


def page(*, head: str = "", linked: bool = True, charset: str = "utf-8") -> str:
    """Return a page as saved from a browser, furniture and a related link with another date included."""
    script = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>' if linked else ""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>{TITLE} | Example Herald</title>
<link rel="canonical" href="https://herald.example.org/2024/06/training">{head}{script}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>{TITLE}</h1><p>{LEAD}</p>
<figure><img src="a.jpg" alt="Dogs"><figcaption>A search dog at work in the loading yard of the checkpoint.
<span class="credit">Photo: Max Muster</span></figcaption></figure>
{paragraphs}</article></main>
<aside><h2>Related</h2><ul><li><time datetime="2019-01-01">1 January 2019</time> <a href="/old">An older story</a></li></ul></aside>
<footer>Copyright Example Herald</footer></body></html>"""


def crawl(*, compressed: bool = False) -> bytes:
    """Return a crawl of two pages, a picture, a missing page and a robots file."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    answers = [
        ("https://herald.example.org/2024/06/training", "200 OK", "text/html; charset=utf-8", page().encode()),
        ("https://herald.example.org/a.jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff"),
        ("https://herald.example.org/gone", "404 Not Found", "text/html", b"<html>gone</html>"),
        ("https://herald.example.org/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
        ("https://herald.example.org/empty", "200 OK", "text/html", b" "),
    ]
    for url, status, media_type, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict={"WARC-Date": "2024-06-06T10:00:00Z"}
            )
        )
    return out.getvalue()


def pdf(*lines: str) -> bytes:
    """Return a one-page PDF with a text layer, or with none when no line is given."""
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET" if lines else "0 0 100 100 re f"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode()


def feed(*addresses: str, kind: str = "rss") -> bytes:
    """Return an RSS or Atom feed of addresses."""
    if kind == "rss":
        items = "".join(f"<item><title>x</title><link>{url}</link></item>" for url in addresses)
        return f'<?xml version="1.0"?><rss version="2.0"><channel><link>https://herald.example.org/</link>{items}</channel></rss>'.encode()
    entries = "".join(f'<entry><link rel="self" href="https://x.example/self"/><link href="{url}"/></entry>' for url in addresses)
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()
