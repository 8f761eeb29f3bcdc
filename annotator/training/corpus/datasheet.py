"""The corpora's data sheet, written from the corpora."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from annotator.decisions import read_decisions
from annotator.library import load_library
from annotator.published import read_laws
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.agreement import agreement
from annotator.training.corpus.examples import read_examples, split_of
from annotator.training.corpus.library_examples import library_examples
from annotator.training.corpus.pages import rendered

_TEMPLATE = Path(__file__).with_name("datasheet.md.j2")


class _Labelled(Protocol):
    """What an annotation and an example have in common."""

    @property
    def label(self) -> str: ...
    @property
    def issues(self) -> tuple[str, ...]: ...


def datasheet(corpora: Path) -> str:
    """The data sheet of the corpora in a folder, as Markdown."""
    laws = read_laws(corpora / "laws.yaml")
    annotations = read_decisions(corpora / "annotations")
    written = {
        path.stem: read_examples(path) for path in sorted((corpora / "clauses").glob("*.jsonl"))
    }
    library = library_examples(load_library())
    all_written = [example for examples in written.values() for example in examples]
    traditions: dict[str, list[_Labelled]] = {}
    for example in all_written:
        traditions.setdefault(f"written: {example.tradition}", []).append(example)
    by_law = Counter(annotation.law for annotation in annotations)
    return rendered(
        _TEMPLATE,
        laws=len(laws),
        french=sum(law.french is not None for law in laws.values()),
        labelled_laws=len(by_law),
        annotations=annotations,
        written=all_written,
        library=library,
        parts={"real laws": annotations, **traditions, "amendment library": library},
        labels=LABELS,
        issues=ISSUES,
        count=_count,
        agreement=agreement(annotations),
        by_law=sorted(by_law.items(), key=lambda item: (-item[1], item[0])),
        titles={name: law.title for name, law in laws.items()},
        jurisdictions={name: law.jurisdiction for name, law in laws.items()},
        split=split_of,
    )


def _count(rows: Sequence[_Labelled], issue: str, label: str) -> int:
    return sum(row.label == label and issue in row.issues for row in rows)
