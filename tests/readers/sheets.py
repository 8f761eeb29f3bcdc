"""PDFs of a few pages, made by hand: text in the standard fonts at given places."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

#: A letter of Courier is so wide, in parts of its size.
_WIDE = 0.6
_FONTS = {
    "R": "Courier",
    "B": "Courier-Bold",
    "T": "Times-Roman",
    "S": "Symbol",
    "I": "Times-Italic",
}
#: A font whose "f" is the ligature of f and i.
_LIGATURE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def "
    b"1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <20> <65> <0020> "
    b"<67> <7a> <0067> endbfrange 1 beginbfchar <66> <00660069> endbfchar endcmap end end"
)
#: A font that says of its ligature of f and i that it is half as wide as it is drawn.
_NARROW = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 102 /LastChar 102 "
    b"/Widths [250] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [102 /fi] >> >>"
)
#: A font of which nobody knows what its letters mean.
_UNKNOWN = (
    b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] "
    b"/FirstChar 1 /LastChar 26 /Widths [" + b"600 " * 26 + b"] /CharProcs << "
    + b" ".join(b"/zz%d %%d 0 R" % i for i in range(1, 27)) + b" >> "
    b"/Encoding << /Type /Encoding /Differences [1 "
    + b" ".join(b"/zz%d" % i for i in range(1, 27)) + b"] >> >>"
)  # fmt: skip


class Sheet:
    """A page; ``at`` and ``flow`` write on it, from the top down."""

    def __init__(self, *, turned: int = 0, width: int = 595, height: int = 842) -> None:
        self.turned, self.width, self.height = turned, width, height
        self.said: list[bytes] = []

    def at(
        self, x: float, y: float, text: str, *, size: float = 10, font: str = "R",
        matrix: tuple[float, float, float, float] = (1, 0, 0, 1), mode: int = 0,
    ) -> Sheet:  # fmt: skip
        """Words with their foot at ``y`` points below the top of the page."""
        a, b, c, d = matrix
        place = f"{a} {b} {c} {d} {x} {self.height - y} Tm".encode()
        told = text.encode("cp1252").replace(b"\\", b"\\\\")
        told = told.replace(b"(", b"\\(").replace(b")", b"\\)")
        self.said.append(b"BT %d Tr /%s %g Tf %s (%s) Tj ET" % (
            mode, font.encode(), size, place, told))  # fmt: skip
        return self

    def flow(
        self, x: float, y: float, text: str, *, columns: int = 60, size: float = 10,
        font: str = "R", hang: int = 0, first: int = 0, step: float = 12,
    ) -> float:  # fmt: skip
        """A paragraph of lines of so many letters; where the next one may begin."""
        for i, line in enumerate(textwrap.wrap(
            text, columns, initial_indent=" " * first, subsequent_indent=" " * hang,
            break_long_words=False,
        )):  # fmt: skip
            indent = len(line) - len(line.lstrip())
            self.at(x + indent * _WIDE * size, y + i * step, line.lstrip(), size=size, font=font)
            last = y + i * step
        return last + step

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A line between two places, their heights counted from the top down."""
        places = x0, self.height - y0, x1, self.height - y1
        self.said.append(b"%g %g m %g %g l S" % places)
        return self

    def picture(self, height: int | None = None) -> Sheet:
        """A picture that takes all of the page, or so much of it from the top down."""
        high = self.height if height is None else height
        self.said.append(b"q %d 0 0 %d 0 %d cm /Im Do Q" % (self.width, high, self.height - high))
        return self


def pdf(
    sheets: Iterable[Sheet], *, title: str = "", locked: bool = False, shared: bool = False
) -> bytes:
    """The file of some pages; ``shared`` says once for all of them how large they are."""
    sheets = list(sheets)
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = []
    for name, base in _FONTS.items():
        encoding = b"" if name == "S" else b" /Encoding /WinAnsiEncoding"
        objects.append(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s%s >>" % (base.encode(), encoding)
        )
        fonts.append(b"/%s %d 0 R" % (name.encode(), len(objects)))
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_LIGATURE), _LIGATURE))
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode %d 0 R >>" % len(objects)
    )
    fonts.append(b"/L %d 0 R" % len(objects))
    objects.append(_NARROW)
    fonts.append(b"/N %d 0 R" % len(objects))
    objects += [
        b"<< /Type /FontDescriptor /FontName /Nowhere /Flags 4 /FontBBox [0 0 600 700] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nowhere /FontDescriptor %d 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        % (len(objects) + 1),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Nowhere /Encoding /Identity-H "
        b"/DescendantFonts [%d 0 R] >>" % (len(objects) + 2),
    ]
    fonts.append(b"/D %d 0 R" % len(objects))
    first = len(objects) + 1
    glyph = b"600 0 0 0 600 700 d1 0 0 500 600 re f"
    objects += [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(glyph), glyph)] * 26
    objects.append(_UNKNOWN % tuple(range(first, first + 26)))
    fonts.append(b"/U %d 0 R" % len(objects))
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\xc0\nendstream"
    )
    resources = b"<< /Font << %s >> /XObject << /Im %d 0 R >> >>" % (
        b" ".join(fonts), len(objects))  # fmt: skip
    kids = []
    for sheet in sheets:
        words = b"\n".join(sheet.said)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R %s /Rotate %d /Contents %d 0 R "
            b"/Resources %s >>"
            % (b"" if shared else _box(sheet), sheet.turned, len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    box = _box(sheets[0]) if shared else b""
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (b" ".join(kids), len(kids), box)
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return pdf_of(objects, locked=locked)


def _box(sheet: Sheet) -> bytes:
    return b"/MediaBox [0 0 %d %d]" % (sheet.width, sheet.height)


def pdf_of(objects: list[bytes], *, locked: bool = False) -> bytes:
    """The file of some objects: the first one is its catalogue, the last one its data."""
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if locked:
        key = b"<" + b"41" * 32 + b">"
        lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >> /ID [<41> <41>]" % (
            key, key)  # fmt: skip
    ends = (len(objects) + 1, len(objects), lock, start)
    return data + (
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % ends
    )
