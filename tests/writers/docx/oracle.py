"""What a word processor makes of tracked changes, on the XML: accepted or refused, by author.

It shares nothing with the writer that it judges but the names of elements.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from annotator.word.names import W

_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_REVISIONS = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_NUMBERED = (*_REVISIONS, W + "rPrChange", W + "pPrChange")
_COMMENTING = tuple(
    W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
#: What stands between paragraphs and parts none.
_BETWEEN = {*_COMMENTING, *(W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))}
#: What is left of an earlier time gives way to what is left of the last.
_RECORD = b"urn:annotate-gender:record:"
#: The parts that may differ.
_OURS = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def accepted(data: bytes, author: str = "annotate") -> etree._Element:
    """The document with all changes of an author taken."""
    return _resolved(body(data), author, accept=True)


def refused(data: bytes, author: str = "annotate") -> etree._Element:
    """The document with all changes of an author undone."""
    return _resolved(body(data), author, accept=False)


def decided(data: bytes, refused_at: str, author: str = "annotate") -> etree._Element:
    """The document with the changes of one minute undone, and all others of an author taken."""
    root = body(data)
    for one in root.iter(*_NUMBERED):
        if one.get(W + "date", "").startswith(refused_at):
            one.set(W + "author", "refused")
    return _resolved(_resolved(root, "refused", accept=False), author, accept=True)


def _resolved(root: etree._Element, author: str, *, accept: bool) -> etree._Element:
    for change in list(root.iter(W + "pPrChange")):
        if change.get(W + "author") == author:
            properties = change.getparent()
            properties.remove(change)
            if not accept:
                mark = properties.find(W + "rPr")
                properties[:] = list(change[0])
                if mark is not None:
                    properties.append(mark)
    for row in list(root.iter(W + "tr")):
        _settle_row(row, author, accept=accept)
    for kind in ("ins", "del"):
        for one in list(root.iter(W + kind)):
            if one.get(W + "author") == author and one.getparent().tag != W + "rPr":
                _settle(one, kept=(kind == "ins") == accept)
    marked = [one for one in root.iter(W + "ins", W + "del") if one.get(W + "author") == author]
    for one in marked:
        paragraph = one.getparent().getparent().getparent()
        one.getparent().remove(one)
        if (one.tag == W + "ins") != accept:
            _join(paragraph)
    return root


def _settle_row(row: etree._Element, author: str, *, accept: bool) -> None:
    for kind in ("ins", "del"):
        for one in row.findall(f"{W}trPr/{W}{kind}"):
            if one.get(W + "author") != author:
                continue
            properties = one.getparent()
            properties.remove(one)
            if not len(properties) and not properties.keys():
                row.remove(properties)
            if (kind == "ins") != accept:
                row.getparent().remove(row)


def _settle(revision: etree._Element, *, kept: bool) -> None:
    parent = revision.getparent()
    at = parent.index(revision)
    if kept:
        for text in revision.iter(W + "delText"):
            if not any(up.tag == W + "del" for up in text.iterancestors() if up is not revision):
                text.tag = W + "t"
        for child in reversed(list(revision)):
            parent.insert(at, child)
    parent.remove(revision)


def _join(paragraph: etree._Element) -> None:
    """Without its mark, what is left of a paragraph goes to the next, which keeps its look."""
    following = next((one for one in paragraph.itersiblings() if one.tag not in _BETWEEN), None)
    left = [child for child in paragraph if child.tag != W + "pPr"]
    shown = [one for one in left if one.tag not in _COMMENTING and not _refers(one)]
    if following is not None and following.tag == W + "p":
        at = 1 if following.find(W + "pPr") is not None else 0
        for child in reversed(left):
            following.insert(at, child)
        paragraph.getparent().remove(paragraph)
    elif not shown:
        paragraph.getparent().remove(paragraph)


def _refers(run: etree._Element) -> bool:
    return run.find(W + "commentReference") is not None


def paragraphs(root: etree._Element) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each paragraph: its look, and its words with theirs and with the marks of revisions."""
    return [
        (_look(paragraph.find(W + "pPr")), _joined(_words(paragraph)))
        for paragraph in root.iter(W + "p")
    ]


def texts(root: etree._Element) -> list[str]:
    """The words of each paragraph, of which others have deleted none."""
    return [
        "".join(_said(child) for run in paragraph.iter(W + "r") for child in run)
        for paragraph in root.iter(W + "p")
    ]


def _words(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    for run in paragraph.iter(W + "r"):
        around = " ".join(
            f"{up.tag[len(W) :]}:{up.get(W + 'author')}"
            for up in run.iterancestors()
            if up.tag in _REVISIONS
        )
        said = "".join(_shown(child) for child in run)
        if said:
            yield said, f"{around} {_look(run.find(W + 'rPr'))}"


def _joined(words: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for said, look in words:
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + said, look)
        else:
            found.append((said, look))
    return found


def _said(child: etree._Element) -> str:
    return child.text or "" if child.tag == W + "t" else _MARKS.get(child.tag, "")


def _shown(child: etree._Element) -> str:
    if child.tag in (W + "rPr", *_COMMENTING):
        return ""
    if child.tag == W + "delText":
        return f"[{child.text}]"
    return _said(child) or ("" if child.tag == W + "t" else f"<{child.tag[len(W) :]}>")


def _look(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    plain = copy.deepcopy(properties)
    for one in list(plain.iter()):
        one.attrib.pop(W + "id", None) if one.tag in _NUMBERED else None
    for mark in plain.findall(W + "rPr"):
        if not len(mark):
            plain.remove(mark)
    return "".join(etree.tostring(one).decode().strip() for one in plain)


def foreign(root: etree._Element, author: str = "annotate") -> list[tuple[str, str, str, str]]:
    """The revisions of others, those that stand as pieces of one joined again."""
    found: list[tuple[str, str, str, str]] = []
    for one in root.iter(*_REVISIONS, W + "rPrChange", W + "pPrChange"):
        name, date = one.get(W + "author", ""), one.get(W + "date", "")
        if name == author:
            continue
        said = "".join(text.text or "" for text in one.iter(W + "t", W + "delText"))
        kind = one.tag[len(W) :]
        if found and found[-1][:3] == (kind, name, date):
            found[-1] = (*found[-1][:3], found[-1][3] + said)
        else:
            found.append((kind, name, date, said))
    return found


def judge(base: bytes, made: bytes, author: str = "annotate") -> None:
    """Hold a redline against the document that it was made of."""
    before, after = body(base), body(made)
    assert paragraphs(refused(made, author)) == paragraphs(before)
    assert foreign(refused(made, author), author) == foreign(before, author)
    ids = [one.get(W + "id") for one in after.iter(*_NUMBERED)]
    ours = {one.get(W + "id") for one in after.iter(*_NUMBERED) if one.get(W + "author") == author}
    assert len(ours) == sum(one.get(W + "author") == author for one in after.iter(*_NUMBERED))
    theirs = [one.get(W + "id") for one in before.iter(*_NUMBERED)]
    assert len(set(ids)) - len(ids) >= len(set(theirs)) - len(theirs)
    _judge_comments(base, made, after)
    was, now = parts(base), parts(made)
    assert list(was) == [name for name in now if name in was]
    for name, said in was.items():
        if name not in (*_OURS, "[Content_Types].xml") and _RECORD not in said:
            assert now[name] == said, name


def _judge_comments(base: bytes, made: bytes, after: etree._Element) -> None:
    part = parts(made).get("word/comments.xml")
    if part is None:
        return
    comments = etree.fromstring(part)
    known = [one.get(W + "id") for one in comments.iter(W + "comment")]
    assert len(known) == len(set(known))
    for tag in _COMMENTING:
        used = [one.get(W + "id") for one in after.iter(tag)]
        assert len(used) == len(set(used))
        assert set(used) <= set(known)
    before = parts(base).get("word/comments.xml")
    if before is not None:
        old = [etree.tostring(one) for one in etree.fromstring(before)]
        assert [etree.tostring(one) for one in comments][: len(old)] == old


def comments(made: bytes) -> list[str]:
    """What each comment says, a line a paragraph."""
    root = etree.fromstring(parts(made)["word/comments.xml"])
    return ["\n".join(texts(one)) for one in root.iter(W + "comment")]
