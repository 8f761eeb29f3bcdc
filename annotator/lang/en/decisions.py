"""Where a clause leaves something to somebody's decision, and who sits on a body by office.

*The Minister may extend the period*; *if there is a risk of flight*, which somebody judges: of what
the library asks to be taken into account, somebody can take account. *A passenger shall remain in
the hall* leaves nothing to anybody, and what a person *may* do for itself is a right and no
decision.
"""

from __future__ import annotations

from annotator.lang.en.actors import PERSON

_NOBODY_WHO_DECIDES = (
    rf"\b(?:{PERSON}|part(?:y|ies)|spouses?|children|child|minors?|employers?|carriers?|sponsors?|"
    r"members?|famil(?:y|ies)|relatives?|dependants?|dependents?|who|whom|which)\b"
)
#: A power that the clause gives to somebody: *the Minister may extend the period*.
EMPOWERS = (
    rf"(?:^|[.;:,—] |\b(?:or|and) )(?:(?!{_NOBODY_WHO_DECIDES})[^.;:—]){{1,100}}?\bmay "
    r"(?!not\b|(?:only |also )?be\b)"
)
_MAY = (
    rf"(?:{EMPOWERS}|"
    r"\bmay (?:also |only |at any time )?be (?!made\b|cited\b|lodged\b|heard\b))"
)
_JUDGED = (
    r"\b(?:decid\w+|determin\w+|considers?|considered|considering|assess\w*|satisf\w+|discretion\w*|"
    r"opinion|reasonabl[ey]|necessary|unnecessary|appropriate|suitable|sufficient|insufficient|"
    r"adequate|genuine\w*|proportionate|risks?|dangers?|dangerous|threat\w*|good cause|just cause|"
    r"valid reasons?|exceptional|compelling|humanitarian|good character|weigh\w*|credib\w+|proves?|"
    r"proof|select\w*|designat\w+|allocat\w+|fix(?:es|ed)?|approv\w+|no means|need|needy|"
    r"lawful for|so far as (?:is )?(?:practicable|possible)|where (?:practicable|possible))\b"
)
#: A discretion that the clause gives, or a condition that somebody judges.
DECIDES = rf"(?:{_MAY}|{_JUDGED})"
_OFFICE = (
    r"(?:\(\w{1,4}\)(?: the)?|(?:[;:,]|\band|\bof) the) (?:[\w’-]+ ){0,2}(?:secretar|director|"
    r"commissioner|inspector|minister|comptroller|controller|registrar|chief\b|heads? of|governor|"
    r"attorney|solicitor|auditor|treasurer|surveyor|superintendent|general manager|postmaster|"
    r"coordinator|commander|cabinet members)"
)
#: Members of a body who sit by virtue of their offices, two of which are named or more.
BY_OFFICE = (
    r"\b(?:consist\w*|composed|compris\w+|following|made up)\b[^.]{0,120}?"
    rf"(?:{_OFFICE}[^.]{{0,200}}?{_OFFICE}|\bthe heads of)"
)
_FEW = r"(?:two|three|four|five|six|[2-6])"
_MANY = r"(?:seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|[7-9]|[1-4]\d)"
_SEATS = (
    r"(?:other |more )?(?:(?!of\b|years?\b|months?\b)[\w-]+ ){0,2}?(?:persons|members|"
    r"commissioners|judges|officers|lawyers|experts|representatives|citizens)\b"
)
_LEAST = r"(?:not (?:being )?(?:less|fewer) than|at least)"
#: A body, or what of it does not sit by office, of which a share of forty per cent may not be had:
#: three persons are never two fifths of each sex.
FEW_MEMBERS = (
    rf"\b(?:{_FEW} {_SEATS}|{_LEAST} {_FEW}\b[^.;]{{0,40}}\bmembers\b|"
    rf"members\b[^.;]{{0,40}}\b{_LEAST} {_FEW}\b)|"
    r"\bone (?:person|member|representative|official)? ?(?:of|from|for) each\b"
)
#: One of which it may be had, whoever else belongs to it: *a chairperson and six other members*.
MANY_MEMBERS = rf"\b(?:{_MANY} {_SEATS}|(?:and|with) six other {_SEATS})"
