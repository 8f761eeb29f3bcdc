"""The file of a baseline: made of annotations, written so that git shows what changed, and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from annotator.baseline.comparing import issues_of
from annotator.baseline.earlier_log import of_log
from annotator.baseline.identity import words_hash
from annotator.baseline.known import KnownFile, KnownFinding, KnownGap, KnownLaw, KnownProposal
from annotator.baseline.proposed import proposed_clauses
from annotator.eids import unit_eid
from annotator.errors import InputError
from annotator.expressions import expression
from annotator.one_line import one_line
from annotator.schema import Annotation, Finding

#: More than code scanning takes of a log, and than we write.
_MOST_BYTES = 200_000_000
#: So many words of a clause tell a reader which it is.
_FIRST_WORDS = 12
_OURS = expression(rb'\{\s*"baseline": \d')

_Item = KnownFinding | KnownGap | KnownProposal
_ADVICE = "name a file that `annotate baseline` wrote, or an earlier .sarif file"


def known_of(annotations: Iterable[Annotation]) -> KnownFile:
    """What is found in laws, as known from now on.

    Neutral clauses are no findings; what a section leaves nothing to mend of (``met``) is one.
    """
    found = list(annotations)
    laws = sorted((_law(one) for one in found), key=msgspec.json.encode)
    return KnownFile(baseline=1, model=found[0].model if found else None, laws=tuple(laws))


def as_json(known: KnownFile) -> bytes:
    """UTF-8, a line for each finding, in the order of the law: what changes is a line of a diff."""
    head = f'"baseline": {known.baseline},\n  "model": {_flat(known.model)}'
    laws = ",".join(f"\n    {_lines(law)}" for law in known.laws)
    return f'{{\n  {head},\n  "laws": [{laws}\n  ]\n}}\n'.encode()


def is_baseline(file: BinaryIO) -> bool:
    """Whether an open file begins as one that was written here."""
    return _OURS.match(file.read(100)) is not None


def read_baseline(path: Path) -> KnownFile:
    """What a baseline, or an earlier SARIF log of ours, holds.

    Raises:
        InputError: it cannot be read, or is neither.
    """
    try:
        with path.open("rb") as file:
            # As GitHub gives one back, and as editors save it.
            data = file.read(_MOST_BYTES + 1).removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read ({why}): {_ADVICE}.") from None
    if len(data) > _MOST_BYTES:
        raise InputError(f"{path} is over {_MOST_BYTES // 1_000_000} MB: {_ADVICE}.")
    keys = _keys(data)
    if "runs" in keys:
        return of_log(data, path)
    if "baseline" not in keys:
        raise InputError(f"{path} is no baseline: {_ADVICE}.")
    if keys["baseline"] != b"1":
        raise InputError(
            f"{path} is a baseline of another version of annotate: write it anew with "
            "`annotate baseline`."
        )
    try:
        return msgspec.json.decode(data, type=KnownFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        why = str(error).rstrip(".")
        raise InputError(f"{path} is a damaged baseline ({why}): write it anew.") from None


def _keys(data: bytes) -> dict[str, bytes]:
    """The members of an object of JSON, unread; none where it is no object."""
    try:
        read = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return {name: bytes(value) for name, value in read.items()}


def _law(annotation: Annotation) -> KnownLaw:
    language = annotation.law.language
    flagged = (one for one in annotation.findings if one.label != "neutral")
    hashes = {
        (unit_eid(one.clause.eid), one.clause.number): words_hash(one.clause.text, language)
        for one in annotation.findings
    }
    gaps = sorted(annotation.gaps, key=lambda gap: gap.need)
    return KnownLaw(
        title=one_line(annotation.law.title),
        findings=tuple(_finding(one, language, hashes) for one in flagged),
        gaps=tuple(KnownGap(need=gap.need, issue=gap.issue) for gap in gaps),
        proposed=tuple(
            KnownProposal(words=_first(words), sha256=words_hash(words, language))
            for words in proposed_clauses(annotation)
        ),
    )


def _finding(
    finding: Finding, language: str, hashes: Mapping[tuple[str, str], str]
) -> KnownFinding:
    unit = unit_eid(finding.clause.eid)
    answers = ((unit, one.met_by) for one in finding.issues if finding.met)
    return KnownFinding(
        label=finding.label,
        issues=issues_of(finding),
        review=finding.review,
        met=finding.met,
        met_by=tuple(dict.fromkeys(hashes[one] for one in answers if one in hashes)),
        heading=one_line(finding.clause.heading),
        words=_first(finding.clause.text),
        sha256=words_hash(finding.clause.text, language),
    )


def _first(text: str) -> str:
    words = text.split()
    return one_line(" ".join(words[:_FIRST_WORDS])) + ("…" if len(words) > _FIRST_WORDS else "")


def _lines(law: KnownLaw) -> str:
    parts = [f'"title": {_flat(law.title)}']
    parts += [f'"findings": [{_listed(law.findings)}]'] if law.findings else []
    parts += [f'"gaps": [{_listed(law.gaps)}]'] if law.gaps else []
    parts += [f'"proposed": [{_listed(law.proposed)}]'] if law.proposed else []
    return f"{{{', '.join(parts)}}}"


def _listed(structs: Iterable[_Item]) -> str:
    return ",".join(_indented(structs)) + "\n    "


def _indented(structs: Iterable[_Item]) -> Iterator[str]:
    return (f"\n      {_flat(one)}" for one in structs)


def _flat(thing: object) -> str:
    return msgspec.json.format(msgspec.json.encode(thing), indent=0).decode()
