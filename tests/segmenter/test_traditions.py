"""Drafting traditions, each as a short law and the outline that a drafter would give of it."""

from annotator.segmenter import segment
from tests.segmenter.outline import headings, numbers, outline

COMMONWEALTH = """Border Security Act 2019

ARRANGEMENT OF SECTIONS

PART 1
PRELIMINARY
1. Short title
2. Interpretation
PART 2
OFFICERS
3. Appointment
4. Search

SCHEDULE

BE IT ENACTED by the Parliament as follows:

PART 1
PRELIMINARY

Short title
1. This Act may be cited as the Border Security Act 2019.

Interpretation
2.—(1) In this Act—
“officer” means a person appointed under section 3;
“port” includes—
(a) an airport; and
(b) a land crossing,
but does not include a dry dock.
(2) A reference to a person includes a body.

PART 2
OFFICERS

Appointment
3. The Minister may appoint officers.

Search
4.—(1) An officer may search any person who—
(a) is arriving in the country; or
(b) is suspected of—
(i) carrying a weapon; or
(ii) an offence under section
14 of the Customs Act.
(1A) A search shall be brief.
F1[(2) A record shall be kept.]

SCHEDULE
(section 4)

1. The register shall be kept by the Director.
2. It shall be open.
"""


def test_commonwealth_act() -> None:
    assert outline(COMMONWEALTH) == [
        "1: This Act may be",
        "[2(1): In this Act—]",
        "2(1) “officer”: “officer” means a person",
        "2(1) “port”: “port” includes— (a) an",
        "2(2): A reference to a",
        "3: The Minister may appoint",
        "4(1): An officer may search",
        "4(1A): A search shall be",
        "4(2): A record shall be",
        "Schedule, 1: The register shall be",
        "Schedule, 2: It shall be open.",
    ]


def test_commonwealth_headings_and_parts_stand_over_their_sections() -> None:
    clauses = {clause.number: clause for clause in segment(COMMONWEALTH).clauses}
    assert clauses["4(1A)"].heading == "Search"
    assert clauses["4(1A)"].path == ("PART 2 OFFICERS",)
    assert clauses["2(1) “officer”"].lead_in == "In this Act—"
    assert clauses["4(1)"].eid == "sec_4__subsec_1"
    assert clauses["Schedule, 2"].eid == "att_1__para_2"


def test_contents_and_enacting_words_are_furniture() -> None:
    furniture = [line.text for line in segment(COMMONWEALTH).lines if line.furniture]
    assert furniture[0] == "ARRANGEMENT OF SECTIONS"
    assert "4. Search" in furniture
    assert "Search" not in furniture


EUROPEAN = """Regulation on return

CHAPTER I
GENERAL PROVISIONS

Article 1
Subject matter

This Regulation lays down common rules. It applies to third-country nationals.

Article 2
Definitions

For the purposes of this Regulation, the following definitions apply:
(a) ‘third-country national’ means any person who is not a citizen;
(b) ‘return’ means the process of going back to:
— a country of origin, or
— a country of transit;
(c) ‘removal’ means enforcement.

CHAPTER II
SECTION 1
Procedures

Article 3
Return decision

1. Member States shall issue a return decision.
2.   Paragraph 1 shall not apply where:
(a) there are humanitarian reasons;
(b) pending procedures exist,
in which case the Member State may
withdraw it.

3. The decision shall be in writing.

Article 3a
Form

The form shall be as in Annex I.

ANNEX I
Form of decision

The decision states the reasons.
"""


def test_european_regulation() -> None:
    assert outline(EUROPEAN) == [
        "1: This Regulation lays down",
        "[2: For the purposes of]",
        "2(a): ‘third-country national’ means any",
        "2(b): ‘return’ means the process",
        "2(c): ‘removal’ means enforcement.",
        "3(1): Member States shall issue",
        "3(2): Paragraph 1 shall not",
        "3(3): The decision shall be",
        "3a: The form shall be",
        "Annex I: The decision states the",
    ]
    assert headings(EUROPEAN)["3(2)"] == "Return decision"
    assert "2(b) indent 2" in numbers(EUROPEAN)


def test_european_paths_name_chapter_and_section() -> None:
    clauses = {clause.number: clause for clause in segment(EUROPEAN).clauses}
    assert clauses["3(1)"].path == ("CHAPTER II", "SECTION 1 Procedures")
    assert clauses["3(1)"].eid == "art_3__para_1"


TRANSLATED = """LAW ON FOREIGNERS

I. GENERAL PROVISIONS

Article 1
Subject
(1) This Law regulates entry and stay.
(2) The terms used in this Law have the following meaning:
1) alien – any person without citizenship;
2) border police – the service.
Article 2.
A foreigner may enter with a valid document.
Art. 3 Refusal
The border police shall refuse entry where the foreigner:
1. has no document,
2. is a threat to:
a) public order;
b) health.
§ 4 Costs
(1) The carrier bears the costs. (2) Costs include board.
Article 14 bis
Separate accommodation shall be provided.
"""


def test_translated_law_with_mixed_signs() -> None:
    assert outline(TRANSLATED) == [
        "1(1): This Law regulates entry",
        "[1(2): The terms used in]",
        "1(2)(1): alien – any person",
        "1(2)(2): border police – the",
        "2: A foreigner may enter",
        "3: The border police shall",
        "4(1): The carrier bears the",
        "4(2): Costs include board.",
        "14 bis: Separate accommodation shall be",
    ]
    assert headings(TRANSLATED)["3"] == "Refusal"


def test_american_code_with_titled_subsections() -> None:
    text = """TITLE 8 ALIENS

§ 1225. Inspection by officers

(a) Inspection
(1) Aliens treated as applicants
An alien present shall be deemed an applicant.
(2) Stowaways
A stowaway is not eligible.
(b) Review
No court may review.

§ 1226a. Detention
The Attorney General shall take into custody any alien.
"""
    assert outline(text, 2) == [
        "1225(a): (1) Aliens",
        "1225(b): No court",
        "1226a: The Attorney",
    ]
    assert numbers(text)[:4] == ["1225", "1225(a)", "1225(a)(1)", "1225(a)(2)"]


def test_title_run_in_behind_the_number() -> None:
    text = """THE FOREIGNERS ACT, 1946
1. Short title and extent.—(1) This Act may be called the Foreigners Act.
(2) It extends to the whole country.
2. Definitions.—In this Act,—
(a) "foreigner" means a person who is not a citizen;
(b) "prescribed" means prescribed by orders made under this Act.
3. Power to make orders.—(1) The Government may by order prohibit the entry of foreigners.
"""
    assert outline(text) == [
        "1(1): This Act may be",
        "1(2): It extends to the",
        "[2: In this Act,—]",
        '2(a): "foreigner" means a person',
        '2(b): "prescribed" means prescribed by',
        "3(1): The Government may by",
    ]
    assert headings(text)["1(2)"] == "Short title and extent"


def test_title_run_in_before_a_dash_and_the_first_subsection() -> None:
    text = """THE VISITS ACT
1. Short title—(1) This Act may be cited as the Visits Act.
(2) It extends to the whole country.
2. Search of visitors—(1) An officer may search a visitor.
3. Length of visits—(1) A visit ends after ninety days.
"""
    assert outline(text)[2] == "2(1): An officer may search"
    assert headings(text)["2(1)"] == "Search of visitors"


def test_rules_and_regulations_are_units_by_name() -> None:
    text = """Immigration Rules

Rule 1. An applicant shall appear in person.
Rule 2. The fee is that of the Schedule.
"""
    clauses = segment(text).clauses
    assert [clause.eid for clause in clauses] == ["rule_1", "rule_2"]
    text = text.replace("Rule 1.", "Regulation 5.").replace("Rule 2.", "Regulation 6.")
    assert [clause.eid for clause in segment(text).clauses] == ["regulation_5", "regulation_6"]


def test_bare_definitions_as_canadian_acts_print_them() -> None:
    text = """An Act

Definitions
2 (1) The definitions in this subsection apply in this Act.
  foreign national means a person who is not a citizen. (étranger)
  officer means a person designated under section 6. (agent)
Act includes regulations
  (2) References to this Act include regulations.

Officers
6 The Minister may designate officers.
"""
    assert outline(text, 3) == [
        "[2(1): The definitions in]",
        "2(1) “foreign national”: foreign national means",
        "2(1) “officer”: officer means a",
        "2(2): References to this",
        "6: The Minister may",
    ]
    assert headings(text)["2(2)"] == "Act includes regulations"


def test_what_an_amending_act_quotes_is_not_its_own_structure() -> None:
    text = """Amending Act

Amendment
1. The Immigration Act is amended by the substitution of the following for section 5:
“5. (1) Where a person arrives, the officer shall examine the person.
(2) The examination shall be brief.”.

Commencement
2. This Act comes into operation on 1 May.
"""
    assert outline(text, 3) == ["1: The Immigration Act", "2: This Act comes"]


def test_a_part_with_its_title_on_the_line_leaves_the_next_heading_to_the_section() -> None:
    text = """PART 1 Preliminary

Short title and commencement

1. (1) This Act may be cited as the Border Act.

(2) It commences on a day to be appointed.
"""
    first = segment(text).clauses[0]
    assert (first.path, first.heading) == (("PART 1 Preliminary",), "Short title and commencement")


def test_an_editors_marks_are_no_part_of_a_heading() -> None:
    text = """Entry

1. A person may enter.

F16[Return order]

2. F17[(1) The Minister may order the return of a person.

(2) It shall be in writing.]
"""
    assert [clause.heading for clause in segment(text).clauses] == ["Entry", *["Return order"] * 2]


CONSOLIDATED = """PORTS ACT 1999

Service of notices
6.—F11[(1)] Where a notice is required, it shall be served—
(a) by name, or F12[by post,]
F15[(c) by electronic means.]
F15[(1A) A notice may be sent.]
F16[(2) A notice may be left.]

Fees
7.—(1) A fee is payable.
"""


def test_the_number_of_an_editors_note_is_not_a_sections() -> None:
    # "F15[(c)" is amendment 15, not section 5 of amendment 1.
    assert outline(CONSOLIDATED) == [
        "6(1): Where a notice is",
        "6(1A): A notice may be",
        "6(2): A notice may be",
        "7(1): A fee is payable.",
    ]
