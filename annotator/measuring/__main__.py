"""``python -m annotator.measuring``: measures of the other parts, each a command."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from annotator.measuring.bench import PARTS, USUAL, BenchSetup, bench
from annotator.training.command_group import Steps, work_option
from annotator.training.corpus.examples import Split
from annotator.training.steps import CORPORA, Work

_SAMPLE = Path("examples/border-management-bill.txt")


@click.group(cls=Steps)
@work_option
@click.pass_context
def main(context: click.Context, work: Path) -> None:
    """How well laws are cut, amendments cover them, how fast it goes, and how the house hangs
    together. Run in the root."""
    context.obj = Work(work)


@main.command(name="coverage")
@click.option(
    "--split",
    type=click.Choice(["dev", "train"]),
    default="dev",
    show_default=True,
    help="Whose laws; the test laws are not looked at while templates are written.",
)
@click.option("--flagged/--gold-only", default=True, help="As the pipeline flags them, too.")
@click.option("--list", "listed", is_flag=True, help="List the clauses without a proposal.")
@click.pass_obj
def coverage_(work: Work, /, split: Split, flagged: bool, listed: bool) -> None:
    """For how many blind and regressive clauses there is an amendment, by issue and by law."""
    from annotator.library import load_library
    from annotator.measuring.coverage import by_classifier, by_gold, table, uncovered
    from annotator.pipeline import pipeline_folder, read_pipeline

    measured = {
        f"as annotated, {split}": by_gold(
            CORPORA, work.folder, work.examples(), split, load_library()
        )
    }
    if flagged:
        nlp = read_pipeline(pipeline_folder())
        measured[f"as flagged, {split}"] = by_classifier(CORPORA, work.folder, split, nlp)
    for title, covered in measured.items():
        click.echo(table(covered, title))
        for line in uncovered(covered) if listed else ():
            click.echo(line)
        click.echo()


@main.command(name="learning")
@click.option("--split", type=click.Choice(["dev", "train"]), default="dev", show_default=True)
@click.option("--batch", default=50, show_default=True, help="How many clauses are asked at once.")
@click.option("--batches", default=6, show_default=True, help="How often.")
@click.option("--repeats", default=10, show_default=True, help="With other clauses held back.")
@click.pass_obj
def learning_(work: Work, /, split: Split, batch: int, batches: int, repeats: int) -> None:
    """Whether asking by a light model, as `annotate rounds next` does, teaches more than asking at
    random: on the real laws of a split, of which two fifths of the clauses are held back."""
    import time

    from annotator.measuring.learning import curves, known, table
    from annotator.pipeline import pipeline_folder
    from annotator.training.measure.predictions import component_of

    examples = [one for one in work.examples() if one.split == split and one.law]
    clauses = known(examples, component_of(pipeline_folder()))
    start = time.perf_counter()
    asked, random = curves(clauses, batch=batch, batches=batches, repeats=repeats)
    seconds = time.perf_counter() - start
    click.echo(f"{len(examples)} clauses of {len({one.law for one in examples})} laws")
    click.echo(table(asked, random))
    fits = 2 * batches * repeats
    click.echo(f"{seconds / fits:.2f} s to learn a batch and choose the next, on average of {fits}")


@main.command(name="segment-eval")
@click.argument("structure", type=click.Path(path_type=Path))
def segment_eval(structure: Path) -> None:
    """Score the segmenter against the texts and their structure in a folder."""
    from annotator.measuring.segmentation import (
        GOAL,
        GOAL_CLAUSES,
        GOAL_OTHERWISE,
        evaluate_folder,
    )

    click.echo(f"{'precision, recall, F1':<72}{'provisions':>20}{'clauses':>22}{'MB/s':>7}")
    scores = evaluate_folder(structure)
    for score in scores:
        cells = [
            "  ".join(f"{figure:.3f}" for figure in row)
            for row in (score.provisions, score.clauses)
        ]
        click.echo(
            f"{score.name:<70}{cells[0]:>22}{cells[1]:>22}{score.megabytes_a_second:>7.1f}"
            f"{'' if score.reached else '  short'}"
        )
    reached = sum(score.reached for score in scores)
    click.echo(
        f"goals (F1 of provisions {GOAL} as it is, {GOAL_OTHERWISE} otherwise, of clauses "
        f"{GOAL_CLAUSES}): reached by {reached} of {len(scores)}"
    )


@main.command(name="sections-found")
@click.argument("world", type=click.Path(path_type=Path))
def sections_found_(world: Path) -> None:
    """Count the sections that are found under their number in a folder of laws as sites give them
    (raw/NAME.json) and print them (text/NAME.txt)."""
    from annotator.measuring.sections import sections_found, table

    click.echo(table(sections_found(world)))


@main.command(name="prints-eval")
@click.argument("prints", type=click.Path(path_type=Path))
@click.option("--list", "listed", is_flag=True, help="List those that are not whole.")
def prints_eval_(prints: Path, listed: bool) -> None:
    """Score the segmenter against prints written by people who had not seen it."""
    from annotator.measuring.prints import prints_eval, table

    scores = prints_eval(prints)
    click.echo(table(scores))
    for name, own in scores.items() if listed else ():
        for one in own:
            if not one.whole:
                click.echo(f"{name}: {one.f1:.2f} {'cut' if one.cut else 'WRONG'}  {one.title}")


@main.command(name="versions-eval")
@click.argument("laws", type=click.Path(path_type=Path))
@click.argument("table", type=click.Path(path_type=Path), default=CORPORA / "versions.yaml")
def versions_eval_(laws: Path, table: Path) -> None:
    """Score the alignment of versions of LAWS, a folder, by what TABLE says of them."""
    from annotator.measuring.versions import table_of, versions_eval

    click.echo(table_of(versions_eval(table, laws)))


@main.command(name="imports")
@click.argument("tree", default=".", metavar="TREE")
@click.option("--against", default="", metavar="TREE", help="Another, to be shown before it.")
@click.option("--list", "listed", is_flag=True, help="List which room imports which.")
def imports_(tree: str, against: str, listed: bool) -> None:
    """Count rooms, arrows and circles of a source TREE: a folder, or a revision in git."""
    from annotator.measuring.imports import imports_of
    from annotator.measuring.imports_report import drawing, faults, source_tree, table

    measured = {}
    for name in (against, tree) if against else (tree,):
        with source_tree(name) as folder:
            measured[name] = imports_of(folder)
    click.echo(table(measured))
    for line in faults(measured[tree]):
        click.echo(line)
    for line in drawing(measured[tree].rooms) if listed else ():
        click.echo(line)


@main.command(name="bench")
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice([*PARTS, "all"]),
    help="What is measured; may be repeated. "
    + " ".join(f"{name}: {part.title} ({part.minutes})." for name, part in PARTS.items())
    + f" By default {', '.join(USUAL)}.",
)
@click.option(
    "--program", type=Path, default=sys.executable, help="Python of a drafter's environment."
)
@click.option(
    "--most", default=100_000, show_default=True, help="Clauses of the longest law of `growth`."
)
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/pictures"),
    show_default=True,
    help="Where `growth` puts what it draws.",
)
@click.pass_obj
def bench_(work: Work, /, parts: tuple[str, ...], program: Path, most: int, pictures: Path) -> None:
    """Measure speed and memory, part by part. What is measured next is said on stderr."""
    asked = BenchSetup(_SAMPLE, CORPORA, work.folder, work.torch, program, most, pictures)
    chosen = tuple(PARTS) if "all" in parts else parts or USUAL
    for line in bench(chosen, asked, lambda what: click.echo(f"… {what}", err=True)):
        click.echo(line)


def _sizes(context: click.Context, option: click.Parameter, value: str) -> list[int]:
    try:
        return sorted({int(number) for number in value.split(",")})
    except ValueError:
        raise click.BadParameter(f"{value!r} is no list of numbers, such as 1,10,100.") from None


@main.command(name="corpus-bench")
@click.argument("laws", type=click.Path(path_type=Path), default=_SAMPLE.parent)
@click.option("--sizes", default="1,10,100,1000", callback=_sizes, show_default=True)
@click.option("--picture", type=click.Path(path_type=Path), metavar="FILE", help="An SVG.")
@click.pass_obj
def corpus_bench_(work: Work, /, laws: Path, sizes: list[int], picture: Path | None) -> None:
    """Measure what many laws cost, by engine: those of LAWS, and copies with their words changed
    beyond that. Then reckon what a million would."""
    from annotator.measuring.corpus_bench import corpus_bench

    for line in corpus_bench(laws, work.folder, sizes, picture):
        click.echo(line)


@main.command(name="readings")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("docs/readings"))
@click.option("--laws", "by_law", is_flag=True, help="With a line for each law.")
def readings_(folder: Path, by_law: bool) -> None:
    """Count what readers accepted of the amendments and held of precedents, reading by reading."""
    from annotator.measuring.precedent_readings import precedent_readings, precedents_told
    from annotator.measuring.readings import readings, table

    click.echo(table(readings(folder), by_law=by_law))
    click.echo(f"\n{precedents_told(precedent_readings(folder))}")


@main.command(name="precedents-sheet")
@click.argument("laws", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="LAW...")
@click.option("--index", type=click.Path(path_type=Path), help="The index, if not the usual one.")
@click.option("--count", default=50, show_default=True, help="How many amendments.")
@click.option("--seed", default=0, show_default=True, help="Of the draw.")
def precedents_sheet(laws: tuple[Path, ...], index: Path | None, count: int, seed: int) -> None:
    """Print amendments of laws with their precedents, drawn at random, for readers to judge."""
    from annotator.measuring.precedents_sheet import sheet
    from annotator.precedents import index_path

    click.echo(sheet(laws, index_path(index), count=count, seed=seed), nl=False)


if __name__ == "__main__":
    main()
