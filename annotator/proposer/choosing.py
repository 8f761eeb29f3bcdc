"""Chooses among the amendments that fit: which are shown, and how they stand beside one another.

:func:`propose` is the workhorse. Amendments of one clause *compose*, each to be taken or left by
itself, or one is the *alternative* of another (``Proposal.alternative_to``): it would put words in
the same place, or give the same number to its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

import msgspec

from annotator.eids import attachment_eid
from annotator.expressions import expression
from annotator.library import Library
from annotator.proposer.drafting_case import Draft
from annotator.proposer.fitting import Fit, Flagged, fits_of, for_all, for_law, renumbered
from annotator.proposer.keeping import leaves_wives
from annotator.proposer.placing import is_done_there
from annotator.proposer.referring import referring_to
from annotator.reading import Reading
from annotator.schema import Edit, Proposal

#: Characters of the text in which amendments are looked for that may collide: a section or two.
_STRETCH = 1000
# How a person is sent away: a rule on those who are deported is none on those who are removed.
_REMOVED = expression(r"\b(?:deport|expel|expul|remov|repatriat|return|leave)", re.IGNORECASE)
# "(4) ", "(d) ": the number of a new subsection.
_LABEL = expression(r"^\(?(?:\d+|[a-z])[.)] ")
# Words that speak of the provision in which they stand, or of what it is about.
_LOCAL = expression(
    r"\b(?:this (?:section|Article|regulation|rule|paragraph|Schedule)|"
    r"sub-?(?:section|regulation|rule|paragraph)|paragraph)\b|\bclause \(|"
    r"^(?:The|These|Those|Each|Such)\b"
)


def propose(
    reading: Reading, flagged: Sequence[Flagged], library: Library, *, limit: int = 3
) -> list[tuple[Fit, ...]]:
    """The amendments that fit the flagged clauses of a law, best first.

    Words added to a provision (a new subsection) speak for all of it: they are proposed once, and
    not where another of its clauses can take the words itself. Several new subsections of one
    provision bear successive numbers, in the order of the law and then of rank. What several
    clauses of a provision want alike speaks of the whole of it, and not of the first alone.

    A fallback is proposed where nothing else is, of its clause or of its section on the issue; and
    a clause is replaced or repealed whole only where none of its words can be mended.

    The same words, where they speak of no provision in particular, are proposed once in a law, and
    in parallel items of one list once. So is what a law needs once, which then speaks for all of
    it.

    Args:
        reading: the law.
        flagged: those of its clauses that need amending.
        library: the templates.
        limit: how many at most for one clause, a need at a time; 0 for all that fit, those that
            meet the same need in another way among them.

    Returns:
        for each flagged clause the fits chosen.
    """
    fits = _without_needless([_least(fits_of(reading, one, library)) for one in flagged])
    taken = _taken_within([fit for some in fits for fit in some])
    wanted = Counter(_of_provision(fit) for some in fits for fit in some if fit.adds)
    chosen = []
    for some in fits:
        open_ = [f for f in some if not f.adds or (f.provision, f.template.need) not in taken]
        best = _best(open_, limit)
        taken |= {(fit.provision, fit.template.need) for fit in best}
        said = [for_all(fit) if wanted[_of_provision(fit)] > 1 else fit for fit in best]
        chosen.append(_declared(said))
    kept = _numbered(_apart(_for_whole_law(_parallel_once(_said_once(chosen)))))
    mended = {fit.case.clause.number for some in kept for fit in some if fit.mends_words}
    return [tuple(_with_references(fit, reading, mended) for fit in some) for some in kept]


def _with_references(fit: Fit, reading: Reading, mended: Collection[str]) -> Fit:
    """What else follows from an amendment, told in its reason.

    A repeal says which provisions refer to what it repeals: nothing is there any more. Where a
    clause is made equal, those of its section that speak of a wife still, and are not ``mended``
    themselves, are named.
    """
    proposal, case = fit.proposal, fit.case
    word = case.provision.word
    if fit.repeals:
        numbers = referring_to(case.clause.number, reading.law.clauses)
        told = case.wording.referred(word, numbers) if numbers else ""
    elif "regressive" in fit.template.labels:
        made = Draft(proposal.operation, proposal.edits, proposal.amended, proposal.instruction)
        numbers = [one for one in leaves_wives(made, case) if one not in mended]
        told = case.wording.alike(word, numbers) if numbers else ""
    else:
        told = ""
    if not told:
        return fit
    reason = f"{proposal.reason.strip()} {told}"
    return fit.with_proposal(msgspec.structs.replace(proposal, reason=reason))


def _of_provision(fit: Fit) -> tuple[str, str]:
    """A template of a provision: what several of its clauses want is proposed once."""
    return fit.provision, fit.template.id


def _taken_within(fits: Sequence[Fit]) -> set[tuple[str, str]]:
    """The needs that a sentence of a provision can take; not ours where a country's adds to it."""
    countrys = {(fit.provision, fit.template.need) for fit in fits if fit.template.folder}
    return {
        (fit.provision, fit.template.need)
        for fit in fits
        if not fit.adds
        and (fit.template.folder or (fit.provision, fit.template.need) not in countrys)
    }


def _without_needless(fits: Sequence[list[Fit]]) -> list[list[Fit]]:
    """Without the fallbacks of clauses, or on issues of provisions, that other templates mend.

    Of those that are left, the equal rule in the clause's own words goes before general ones.
    """
    mended = {_on(fit) for some in fits for fit in some if fit.adds and not fit.template.fallback}
    kept = []
    for some in fits:
        special = [fit for fit in some if not fit.template.fallback]
        general = [fit for fit in some if not (fit.adds and _on(fit) in mended)]
        first = sorted(general, key=lambda fit: (fit.form.equal is None, -fit.score))[:1]
        kept.append(special or first)
    return kept


def _least(fits: list[Fit]) -> list[Fit]:
    """Without those that replace or repeal a clause whole, where fewer of its words can be mended.

    What stands of it are its conditions and its safeguards. The equal rule in the clause's own
    words counts, though it yields to words that were written for such a clause. Of several that
    would do away with it the best is one amendment; another would only take its place.
    """
    smaller = any(fit.mends_words and (fit.form.equal or not fit.template.fallback) for fit in fits)
    if smaller:
        return [fit for fit in fits if not fit.takes_whole]
    special = [fit for fit in fits if fit.takes_whole and not fit.template.fallback]
    best = _ranked(special)[:1]
    return [fit for fit in fits if fit not in special or fit in best]


def _on(fit: Fit) -> tuple[str, str]:
    """The provision and the issue on which an amendment is proposed."""
    return fit.provision, fit.proposal.issue


def _best(fits: Iterable[Fit], limit: int) -> list[Fit]:
    """The best for each need, those that stand in the way of a better one after the others.

    What several templates say alike, such as a repeal, is said by the best of them.
    """
    composing: list[Fit] = []
    blocked: list[Fit] = []
    again: list[Fit] = []
    for fit in _different(_ranked(list(fits))):
        if any(fit.template.need == other.template.need for other in (*composing, *blocked)):
            again.append(fit)
        elif any(collide(fit.proposal, other.proposal) for other in composing):
            blocked.append(fit)
        else:
            composing.append(fit)
    return (composing + blocked)[:limit] if limit else composing + blocked + again


def _different(fits: Iterable[Fit]) -> list[Fit]:
    """The first of each instruction: the same change to the law is one amendment."""
    first: dict[str, Fit] = {}
    for fit in fits:
        first.setdefault(fit.proposal.instruction, fit)
    return list(first.values())


def _ranked(fits: Sequence[Fit]) -> list[Fit]:
    """The best first; last ours for a need that a country's own template meets."""
    met = {fit.template.need for fit in fits if fit.template.folder}

    def rank(fit: Fit) -> tuple[bool, float]:
        return not fit.template.folder and fit.template.need in met, -fit.score

    return sorted(fits, key=rank)


def _declared(fits: Sequence[Fit]) -> tuple[Fit, ...]:
    """The fits of one clause, each saying of which better ones it is an alternative."""
    declared: list[Fit] = []
    for place, fit in enumerate(fits):
        rivals = tuple(
            better.template.id
            for better in fits[:place]
            if better.template.need == fit.template.need or collide(fit.proposal, better.proposal)
        )
        proposal = msgspec.structs.replace(fit.proposal, alternative_to=rivals)
        declared.append(fit.with_proposal(proposal))
    return tuple(declared)


def _said_once(chosen: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """Without words of general bearing that an earlier provision has, or would have, as well.

    What is added to a schedule says nothing of the law before it.
    """

    def says(fit: Fit) -> Hashable:
        words = _LABEL.sub("", fit.proposal.edits[-1].text.strip())
        general = fit.adds and not _LOCAL.search(words)
        return (attachment_eid(fit.provision), words) if general else None

    return _first_of_each(chosen, says)


def _parallel_once(chosen: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """With the same words in parallel items of one list at the first of them alone.

    The others are told to be like it. What one sex has or lacks is mended wherever it stands.
    """

    def says(fit: Fit) -> Hashable:
        clause = fit.case.part_of or fit.case.clause
        if clause.kind != "item" or "regressive" in fit.template.labels:
            return None
        words = tuple(edit.text.strip() for edit in fit.proposal.edits)
        return clause.eid.rpartition("__")[0], fit.template.id, words

    return _first_of_each(chosen, says)


def _first_of_each(
    chosen: Sequence[tuple[Fit, ...]], says: Callable[[Fit], Hashable]
) -> list[tuple[Fit, ...]]:
    """With the first alone of the fits that say the same.

    Args:
        chosen: the fits of each clause.
        says: what one of them says, or None where it says nothing that is said once.
    """
    said: set[Hashable] = set()
    kept = []
    for some in chosen:
        row = []
        for fit in some:
            here = says(fit)
            if here is None or here not in said:
                row.append(fit)
            said.add(here)
        kept.append(tuple(row))
    return kept


def _for_whole_law(chosen: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """With one of what a law needs once, where several of its provisions want it.

    It stands at the first clause that itself does what it speaks of. A schedule is another text, as
    in :func:`_said_once`.
    """
    wanting: defaultdict[tuple[str, str, str], list[Fit]] = defaultdict(list)
    for fit in (fit for some in chosen for fit in some if fit.adds and fit.template.once):
        wanting[_of_law(fit)].append(fit)
    instead: dict[int, Fit | None] = {}
    for fits in wanting.values():
        if len({fit.provision for fit in fits}) > 1:
            best = next((fit for fit in fits if is_done_there(fit.proposal, fit.case)), fits[0])
            whole = for_law(best)
            if whole.proposal.for_law:
                instead |= {id(fit): whole if fit is best else None for fit in fits}
    placed = [[instead.get(id(fit), fit) for fit in some] for some in chosen]
    return [tuple(fit for fit in some if fit) for some in placed]


def _of_law(fit: Fit) -> tuple[str, str, str]:
    """What one amendment can say for a law: a template, of those who are removed as it removes."""
    words = " ".join(edit.text for edit in fit.proposal.edits)
    removed = _REMOVED.search(words)
    return attachment_eid(fit.provision), fit.template.id, removed[0].lower() if removed else ""


def _apart(chosen: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """Without what would go into a place that an amendment of an earlier clause has taken.

    The end of the last clause of a section is also where its new subsections go. And clauses that
    are cited alike, since they bear no number of their own, are not each repealed.
    """
    before: defaultdict[int, list[Proposal]] = defaultdict(list)
    said: set[tuple[str, str]] = set()
    kept = []
    for some in chosen:
        free = tuple(
            fit for fit in some if _says(fit) not in said and not _is_taken(fit.proposal, before)
        )
        said |= {_says(fit) for fit in free if fit.repeals}
        for fit in free:
            for stretch in _stretches(fit.proposal):
                before[stretch].append(fit.proposal)
        kept.append(free)
    return kept


def _says(fit: Fit) -> tuple[str, str]:
    return fit.provision, fit.proposal.instruction


def _is_taken(proposal: Proposal, before: Mapping[int, Sequence[Proposal]]) -> bool:
    near = (other for stretch in _stretches(proposal) for other in before.get(stretch, ()))
    return any(collide(proposal, other) for other in near)


def _stretches(proposal: Proposal) -> set[int]:
    """The stretches of the text that its edits touch: others that collide with it touch one too."""
    return {
        stretch
        for edit in proposal.edits
        for stretch in range(edit.start // _STRETCH, edit.end // _STRETCH + 1)
    }


def _numbered(chosen: Sequence[tuple[Fit, ...]]) -> list[tuple[Fit, ...]]:
    """With the next free number for each new subsection of a provision."""
    ahead: Counter[str] = Counter()
    numbered = []
    for some in chosen:
        row = []
        for fit in some:
            if fit.numbers_itself and ahead[fit.provision]:
                fit = renumbered(fit, ahead[fit.provision])
            ahead[fit.provision] += fit.numbers_itself
            row.append(fit)
        numbered.append(tuple(row))
    return numbered


def collide(one: Proposal, other: Proposal) -> bool:
    """Whether two amendments cannot both be made: they want the same place of the text.

    What is only added at the end of a clause or section stands one after the other.
    """
    return any(
        _touch(first, second)
        and not (_follows(first, one, second, other) or _follows(second, other, first, one))
        for first in one.edits
        for second in other.edits
    )


def _touch(first: Edit, second: Edit) -> bool:
    return first.start <= second.end and second.start <= first.end


def _follows(added: Edit, one: Proposal, edit: Edit, other: Proposal) -> bool:
    """Whether one edit adds a subsection or a sentence where the other ends.

    It stands after words that are replaced or omitted there, or after another that is added.
    """
    after = _adds(added, one) and added.start == edit.end
    return after and (edit.start < edit.end or _adds(edit, other))


def _adds(edit: Edit, proposal: Proposal) -> bool:
    # The "(1) " that numbers a whole section opens with no blank.
    return proposal.adds and edit.start == edit.end and edit.text[:1].isspace()
