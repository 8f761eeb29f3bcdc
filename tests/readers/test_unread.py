"""What is not read is called by its name, and it is said what to do with it."""

import bz2
import gzip
import lzma
from zipfile import ZIP_LZMA

import pytest

from annotator.errors import InputError
from annotator.readers import read
from tests.word.building import packed

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
SHEET = (
    '<Types><Override ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le"), "an old Word document (.doc): open it in"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted: open it, take the passw"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "an old Excel workbook: save it as plain"),
        (
            b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><pkg:package/>',
            "a Word document in a single file of XML: open it in a word processor",
        ),
        (b"<pkg:package xmlns:pkg='x'/>", "a Word document in a single file of XML: open it in"),
        (
            b'<?xml version="1.0"?>\n<office:document xmlns:office="x"/>',
            "an OpenDocument text in a single file of XML: open it in a word processor",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "a picture: have its text recognised (OCR)"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "a picture: have its text recognised (OCR)"),
        (b"II*\x00" + bytes(99), "a picture: have its text recognised (OCR)"),
        (COMPOUND, "a file of an older office program: open it in a word processor"),
        (b"{\\rtf1 1. A law.}", "a rich-text document: open it in a word processor and save"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "an OpenDocument text: "),
        (packed({"mimetype": "application/epub+zip"}), "an e-book: save it as plain text"),
        (packed({"[Content_Types].xml": SHEET}), "an Excel workbook: save it as plain text"),
        (packed({"Index/Document.iwa": b"x"}), "a Pages document: open it in a word processor"),
        (packed({"law.docx": b"x"}), "a packed file: unpack it and give the file of the law."),
        (packed({}), "a packed file: unpack it and give the file of the law."),
        (gzip.compress(b"1. A law."), "a packed file: unpack it and give the file of the law."),
        (bz2.compress(b"1. A law."), "a packed file: unpack it and give the file of the law."),
        (lzma.compress(b"1. A law."), "a packed file: unpack it and give the file of the law."),
        (b"\x28\xb5\x2f\xfd" + bytes(99), "a packed file: unpack it and give"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(99), "a packed file: unpack it and give"),
        (b"Rar!\x1a\x07\x01" + bytes(99), "a packed file: unpack it and give"),
        (b"law.txt" + bytes(250) + b"ustar\x0000" + bytes(99), "a packed file: unpack it and give"),
        (packed({"mimetype": "x"}, ZIP_LZMA), "a packed file that is damaged"),
        (packed({"law.txt": "1."})[:60], "a packed file that is damaged, perhaps a Word document"),
    ],
)
def test_it_is_refused_by_its_name(data: bytes, complaint: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, name="bill.docx")
    assert str(error.value).startswith(f"bill.docx is {complaint}")
    assert str(error.value).endswith(".")
