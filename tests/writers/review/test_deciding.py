"""Deciding on the page, in a browser: every control, by click and by key."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.schema import Precedent
from tests.writers.review.acting import LAW, card, go, law_of, text, verdict
from tests.writers.review.conftest import Open
from tests.writers.review.law import annotation, many, page


def test_the_page_says_first_what_to_know(show: Open) -> None:
    tab = show()
    top = text(tab, "#top")
    assert top.startswith("CROSSING BILL bill.txt · 6 clauses · pipeline 1.0")
    assert "3 ○ blind takes no account of gender" in top
    assert "What to know first" in top
    assert "Section 3 (Family): make the amendment that is proposed there." in top
    assert text(tab, "#counts") == "0 of 7 amendments decided"
    assert text(tab, "#shown") == "6 findings shown"


def test_marks_stand_in_the_margin_with_shape_and_word(show: Open) -> None:
    tab = show()
    marks = [" ".join(one.split()) for one in tab.locator(".mark").all_inner_texts()]
    assert marks == [
        "Section 2(1): ○ blind? (for review) search, procedure It matters. 3 undecided",
        "Section 2(2): ○ blind data It matters. undecided",
        "Section 3: ▲ regressive family It matters. 2 undecided",
        "Section 4: ○ blind reception no amendment",
        "New section 4A: □ lacking reception or housing Waiting is long. undecided",
        "Section 5: ✚ responsive personnel",
    ]


def test_a_mark_opens_its_finding_with_all_that_is_known(show: Open) -> None:
    tab = show()
    tab.click(".mark.blind >> nth=0")
    told = text(tab, "#finding")
    assert "Section 2(1) Search" in told
    assert "80 % sure · for review · weight 60" in told
    first = text(tab, "#card-1")
    assert "An officer may search a person of the same sex who crosses." in first
    assert "Instruction In section 2(1), after “search a person” insert “of the same sex”." in first
    assert "Reason It matters." in first
    assert "Rests on CEDAW, Art. 2 (treaty)" in first
    assert card(tab, 1).locator("ins").inner_text() == " of the same sex"
    assert card(tab, 7).locator("del").inner_text() == "may search"
    assert "Instead of amendment 1: accept one of them." in text(tab, "#card-7")
    assert "Amendment 7 could be made instead" in text(tab, "#card-1")


def test_a_click_on_a_change_in_the_law_opens_its_amendment(show: Open) -> None:
    tab = show()
    tab.click(f"{LAW} ins:text('No child')")
    assert card(tab, 2).get_attribute("aria-current") == "true"


@pytest.mark.parametrize("by", ["click", "key"])
def test_accepting_rejecting_and_undoing(show: Open, by: str) -> None:
    tab = show()

    def act(name: str, key: str) -> None:
        if by == "click":
            card(tab, 1).locator(f"[data-act={name}]").click()
        else:
            tab.keyboard.press(key)

    go(tab, "Section 2(1)")
    act("accept", "a")
    assert verdict(tab, 1).startswith("accepted")
    assert text(tab, "#counts") == "1 of 7 amendments decided"
    assert text(tab, "#live") == "Amendment 1 accepted. 1 of 7 amendments decided."
    act("reject", "r")
    assert verdict(tab, 1).startswith("rejected")
    assert "of the same sex" not in law_of(tab)
    if by == "click":
        tab.click("#undo")
    else:
        tab.keyboard.press("u")
    assert verdict(tab, 1).startswith("accepted")
    assert "of the same sex" in law_of(tab)
    card(tab, 1).locator("[data-act=reopen]").click()
    assert verdict(tab, 1) == "undecided"


@pytest.mark.parametrize("by", ["click", "key"])
def test_other_words_stand_in_place_of_ours(show: Open, by: str) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    if by == "click":
        card(tab, 1).locator("[data-act=edit]").click()
    else:
        tab.keyboard.press("e")
    field = tab.locator("textarea[data-act=words-0]")
    assert field.input_value() == "of the same sex"
    assert tab.evaluate("document.activeElement.dataset.act") == "words-0"
    field.fill("in private")
    if by == "click":
        tab.click("[data-act=save]")
    else:
        tab.keyboard.press("Control+Enter")
    assert verdict(tab, 1).startswith("accepted in other words")
    assert "search a person in private who crosses" in law_of(tab)
    assert "insert “in private”" in text(tab, "#card-1")
    tab.keyboard.press("u")
    assert "search a person of the same sex who" in law_of(tab)


def test_editing_can_be_left_and_our_own_words_are_no_edit(show: Open) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("e")
    tab.keyboard.press("Escape")
    assert tab.locator(".editor").count() == 0
    assert tab.evaluate("document.activeElement.dataset.act") == "edit"
    tab.keyboard.press("e")
    tab.click("[data-act=save]")
    assert verdict(tab, 1).startswith("accepted")
    assert "other words" not in verdict(tab, 1)


def test_words_that_were_begun_are_there_again(show: Open) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("e")
    tab.keyboard.type("In quiet, ")
    go(tab, "Section 3")
    tab.click("#undo", force=True)
    go(tab, "Section 2(1)")
    tab.keyboard.press("e")
    assert "In quiet, " in tab.input_value("[data-act=words-0]")
    tab.click("[data-act=cancel]")
    tab.keyboard.press("e")
    assert tab.input_value("[data-act=words-0]") == "of the same sex"


def test_each_change_of_an_amendment_has_its_words(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    card(tab, 5).locator("[data-act=edit]").click()
    tab.fill("[data-act=words-0]", "A partner")
    tab.fill("[data-act=words-1]", "that partner … then")
    tab.click("[data-act=save]")
    assert "A partner may cross" in law_of(tab)
    assert "and that partner…then shall carry" in law_of(tab)


@pytest.mark.parametrize("by", ["click", "key"])
def test_a_false_alarm_takes_its_amendments_with_it(show: Open, by: str) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("a")
    if by == "click":
        tab.click("[data-act=alarm]")
    else:
        tab.keyboard.press("f")
    assert [verdict(tab, number) for number in (1, 2, 7)] == ["false alarm"] * 3
    assert "of the same sex" not in law_of(tab)
    assert text(tab, "#counts") == "3 of 7 amendments decided"
    assert tab.locator("[data-act=label]").input_value() == "neutral"
    tab.keyboard.press("a")
    assert verdict(tab, 1).startswith("accepted")
    assert tab.locator("[data-act=alarm]").get_attribute("aria-pressed") == "false"


def test_a_label_and_a_comment_by_click_and_by_key(show: Open) -> None:
    tab = show()
    go(tab, "Section 4")
    tab.keyboard.press("l")
    assert tab.evaluate("document.activeElement.id") == "named"
    tab.select_option("#named", "responsive")
    assert "called responsive" in text(tab, ".mark >> nth=3")
    assert text(tab, "#live").endswith("0 of 7 amendments decided.")
    tab.click("#finding-title")
    tab.keyboard.press("c")
    assert tab.evaluate("document.activeElement.id") == "comment"
    tab.keyboard.type("Ask Ben: a, r")
    tab.click("[data-act=alarm]")
    assert "false alarm, commented" in text(tab, ".mark >> nth=3")
    assert tab.locator("#comment").input_value() == "Ask Ben: a, r"
    for _ in range(3):
        tab.click("#undo")
    assert text(tab, ".mark >> nth=3") == "Section 4: ○ blind reception no amendment"
    assert tab.is_disabled("#undo")


def test_a_new_section_can_be_called_a_false_alarm_and_commented(show: Open) -> None:
    tab = show()
    go(tab, "New section 4A")
    assert "Who nurses has a room" in text(tab, "#finding")
    tab.click("[data-act=alarm]")
    assert verdict(tab, 6).startswith("false alarm")
    assert "4A." not in law_of(tab)
    tab.fill("#comment", "There is one.")
    tab.click("[data-act=alarm]")
    assert verdict(tab, 6) == "undecided"
    assert tab.locator("#comment").input_value() == "There is one."


def test_what_collides_is_warned_of_and_asked_about(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    assert "Changes the same words as amendment 4" in text(tab, "#card-5")
    card(tab, 5).locator("[data-act=accept]").click()
    card(tab, 4).locator("[data-act=accept]").click()
    assert "Amendment 4 cannot stand beside amendment 5" in text(tab, "#ask")
    tab.click("#ask button:text-is('Cancel')")
    assert verdict(tab, 4) == "undecided"
    card(tab, 4).locator("[data-act=accept]").click()
    tab.click("#ask .first")
    assert (verdict(tab, 4)[:8], verdict(tab, 5)[:8]) == ("accepted", "rejected")
    tab.click("#undo")
    assert (verdict(tab, 4), verdict(tab, 5)[:8]) == ("undecided", "accepted")


def test_new_subsections_leave_no_hole_whatever_is_rejected(show: Open) -> None:
    tab = show()
    assert "(3) No child" in law_of(tab)
    assert "(4) A search shall be made in private" in law_of(tab)
    go(tab, "Section 2(2)")
    tab.keyboard.press("e")
    assert (
        tab.locator("[data-act=words-0]").input_value() == "(4) A search shall be made in private."
    )
    tab.fill("[data-act=words-0]", "(4) A search is private.")
    tab.click("[data-act=save]")
    go(tab, "Section 2(1)")
    card(tab, 2).locator("[data-act=reject]").click()
    assert "(3) A search is private." in law_of(tab)
    tab.click("label[for=view-schedule]")
    assert "insert: “(3) A search is private.”" in text(tab, "#schedule")


def test_the_three_views(show: Open) -> None:
    tab = show()
    tab.click("label[for=view-schedule]")
    assert "Nothing is accepted yet" in text(tab, "#schedule")
    assert not tab.is_visible(LAW)
    tab.click("label[for=view-clean]")
    assert tab.locator(f"{LAW} ins, {LAW} del").count() == 0
    assert "4A." not in law_of(tab)
    assert "A wife may cross" in law_of(tab)
    go(tab, "Section 3")
    tab.keyboard.press("j")
    card(tab, 5).locator("[data-act=accept]").click()
    assert "A spouse may cross" in law_of(tab)
    tab.keyboard.press("v")
    assert tab.is_checked("#view-schedule")
    assert "for “A wife” substitute “A spouse”" in text(tab, "#schedule ol")
    tab.click("label[for=view-redline]")
    assert tab.text_content(f"{LAW} .row.is-regressive .words") == (
        "3. A wifeA spouse may cross with the consent of her husband, and the wifethe spouse shall "
        "carry his letter."
    )


def test_filters_by_label_issue_weight_confidence_and_state(show: Open) -> None:
    tab = show()
    tab.click("#filters summary")

    def shown() -> list[str]:
        return [str(one) for one in tab.locator("#list b").all_text_contents()]

    tab.uncheck("#f-blind")
    tab.uncheck("#f-gap")
    assert shown() == ["Section 3", "Section 5"]
    assert text(tab, "#shown") == "2 of 6 findings shown"
    assert text(tab, "#filters-on") == "1 on"
    assert tab.locator(".mark").count() == 2
    tab.click("#f-clear")
    tab.select_option("#f-issue", "search")
    assert shown() == ["Section 2(1)"]
    tab.click("#f-clear")
    tab.select_option("#f-weight", "50")
    assert shown() == ["Section 2(1)", "Section 3"]
    tab.select_option("#f-sure", "90")
    assert shown() == []
    tab.click("#f-clear")
    tab.check("#f-neutral")
    assert shown()[0] == "Section 1"
    tab.click("#f-clear")
    tab.select_option("#f-order", "weight")
    assert shown()[:2] == ["Section 3", "Section 2(1)"]
    tab.select_option("#f-state", "pending")
    assert "Section 5" not in shown()
    go(tab, "Section 4")
    tab.keyboard.press("f")
    tab.keyboard.press("i")
    assert "Section 4" not in shown()
    tab.select_option("#f-state", "decided")
    assert shown() == ["Section 4"]


def test_all_that_is_shown_is_decided_after_a_question(show: Open) -> None:
    tab = show()
    tab.click("#all-accept")
    question = text(tab, "#ask")
    assert "Accept the 5 undecided amendments that are shown?" in question
    assert "2 more stand instead of others, or change the same words" in question
    tab.click("#ask button:text-is('Cancel')")
    assert text(tab, "#counts") == "0 of 7 amendments decided"
    tab.click("#filters summary")
    tab.select_option("#f-issue", "search")
    tab.click("#all-accept")
    tab.click("#ask .first")
    assert text(tab, "#counts") == "2 of 7 amendments decided"
    tab.click("#f-clear")
    tab.click("#all-reject")
    tab.click("#ask .first")
    assert text(tab, "#counts") == "7 of 7 amendments decided"
    tab.click("#all-reopen")
    tab.click("#ask .first")
    assert text(tab, "#counts") == "0 of 7 amendments decided"
    for _ in range(3):
        tab.click("#undo")
    assert text(tab, "#counts") == "0 of 7 amendments decided"


def test_all_that_is_shown_of_an_issue_are_the_amendments_on_it(show: Open) -> None:
    tab = show()
    tab.click("#filters summary")
    tab.select_option("#f-issue", "procedure")
    assert tab.locator("#list b").all_text_contents() == ["Section 2(1)"]
    tab.click("#all-accept")  # its clause raises that issue, too; its amendments are on another
    assert not tab.is_visible("#ask")
    assert text(tab, "#live") == "No amendment that is shown is open to that."
    tab.select_option("#f-issue", "search")
    tab.click("#all-accept")
    assert "Accept the 2 undecided amendments that are shown?" in text(tab, "#ask")


def test_search_skips_what_is_deleted(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    tab.keyboard.press("/")
    tab.keyboard.type("WIFE")
    assert text(tab, "#hits") == "none"
    tab.fill("#search", "spouse may")
    assert text(tab, "#hits") == "1 of 1"
    tab.fill("#search", "officer")
    assert text(tab, "#hits") == "1 of 2"
    tab.keyboard.press("Enter")
    assert text(tab, "#hits") == "2 of 2"
    tab.click("#before")
    assert text(tab, "#hits") == "1 of 2"
    tab.click("#after")
    tab.click("label[for=view-clean]")
    tab.fill("#search", "wife")
    assert text(tab, "#hits") == "1 of 2"
    tab.locator("#search").press("Escape")
    assert tab.evaluate("CSS.highlights.get('found').size") == 0


def test_search_goes_through_the_schedule_where_that_is_shown(show: Open) -> None:
    tab = show()
    tab.fill("#search", "substitute")
    assert text(tab, "#hits") == "none"
    go(tab, "Section 3")
    card(tab, 5).locator("[data-act=accept]").click()
    tab.click("label[for=view-schedule]")
    assert text(tab, "#hits") == "1 of 2"
    assert (
        tab.evaluate("[...CSS.highlights.get('here')][0].startContainer.parentElement.localName")
        == "li"
    )
    tab.fill("#search", "owl")
    assert text(tab, "#hits") == "none"
    tab.click("label[for=view-redline]")
    assert text(tab, "#hits") == "1 of 1"


def test_the_tree_leads_to_a_section_and_folds(show: Open) -> None:
    tab = show()
    tab.click("#tree a:has-text('Section 4')")
    assert tab.evaluate("document.activeElement.textContent").startswith("4. A person who waits")
    assert text(tab, "#tree li li >> nth=1") == "Section 2 Search 2"
    tab.click("#tree .fold")
    assert not tab.is_visible("#tree a:has-text('Section 4')")


def test_keys_can_be_switched_off_and_rest_in_fields(show: Open) -> None:
    tab = show()
    tab.click("#menu summary")
    tab.uncheck("#keys-on")
    tab.keyboard.press("Escape")
    go(tab, "Section 2(1)")
    tab.keyboard.press("a")
    assert verdict(tab, 1) == "undecided"
    tab.keyboard.press("Control+z")
    assert text(tab, "#live") == "There is nothing to undo."
    tab.click("#menu summary")
    tab.check("#keys-on")
    tab.click("#help")
    assert "accept the amendment" in text(tab, "#keys")
    tab.keyboard.press("a")
    tab.keyboard.press("Escape")
    assert verdict(tab, 1) == "undecided"
    tab.click("#finding-title")
    tab.keyboard.press("a")
    assert verdict(tab, 1).startswith("accepted")


@pytest.mark.parametrize(("place", "key"), [("Section 2(1)", "s"), ("New section 4A", "l")])
def test_a_key_that_does_nothing_where_one_is_says_so(show: Open, place: str, key: str) -> None:
    tab = show()
    go(tab, place)
    tab.keyboard.press(key)
    assert text(tab, "#live") == "That key does nothing here."
    assert text(tab, "#counts") == "0 of 7 amendments decided"


def test_a_print_has_what_was_proposed_and_decided(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    tab.keyboard.press("r")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    told = text(tab, "#annex")
    assert "Section 3 ▲ regressive" in told
    assert "Amendment 4 (rejected, 20" in told
    assert "): Section 3 is repealed." in told
    assert not tab.is_visible("#panel")
    assert not tab.is_visible("#bar")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.inner_html("#annex") == ""


def test_a_print_says_of_precedents_what_they_are(show: Open) -> None:
    law = annotation()
    ports = Precedent(
        law="Ports Act", country="UG", date="1999", number="4", eid="sec_4", heading="", lead_in="",
        text="A woman is searched by a woman.",
    )  # fmt: skip
    customs = replace(ports, law="Customs Act", date="2001")
    findings = tuple(
        replace(
            one, proposals=tuple(replace(p, precedents=(ports, customs)) for p in one.proposals)
        )
        for one in law.findings
    )
    tab = show(page(replace(law, findings=findings)))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert (
        "Precedents on the same matter, to be read before they are cited: Ports Act, section 4 "
        "(Uganda, 1999); Customs Act, section 4 (Uganda, 2001)"
    ) in text(tab, "#annex")


def test_a_law_of_a_thousand_clauses_makes_anew_only_what_a_decision_changes(show: Open) -> None:
    tab = show(page(many(1000)))
    go(tab, "Section 3")
    tab.evaluate(
        """globalThis.made = 0;
        new MutationObserver(all => { made += all.length; })
            .observe(document.querySelector('#law'), {childList: true, subtree: true})"""
    )
    tab.keyboard.press("r")
    tab.locator("#counts", has_text="1 of").wait_for()
    assert 0 < tab.evaluate("made") < 10


def test_a_view_makes_anew_only_what_reads_otherwise_in_it_and_asks_for_few_places(
    show: Open,
) -> None:
    tab = show(page(many(1000)))
    tab.evaluate("document.querySelector('#main').scrollTop = 5000")
    tab.evaluate(
        """() => {
            globalThis.asked = 0;
            const ask = Element.prototype.getBoundingClientRect;
            Element.prototype.getBoundingClientRect = function () {
                asked += this.matches('.row') ? 1 : 0;
                return ask.call(this);
            };
            const isPlain = row => !row.querySelector('ins, del, mark');
            globalThis.before = [...document.querySelectorAll('#law .row')].filter(isPlain)
                .flatMap(row => [...row.querySelector('.words').children]);
        }"""
    )
    tab.click("label[for=view-clean]")
    assert not law_of(tab, "ins")
    assert tab.evaluate("before.length > 1000 && before.every(one => one.isConnected)")
    assert 0 < tab.evaluate("asked") < 40


def test_a_search_reads_the_law_once_and_again_what_was_changed(show: Open) -> None:
    tab = show(page(many(1000)))
    tab.evaluate(
        """() => {
            globalThis.read = 0;
            const walk = document.createTreeWalker;
            document.createTreeWalker = function (...all) {
                read += 1;
                return walk.apply(this, all);
            };
        }"""
    )
    tab.fill("#search", "o")
    paragraphs = tab.evaluate("document.querySelectorAll('#law .row > .words > *').length")
    assert tab.evaluate("read") == paragraphs
    tab.fill("#search", "same sex")
    assert tab.evaluate("read") == paragraphs
    hits = int(text(tab, "#hits").split()[-1])
    # A range that follows each change of the page would slow all that are made.
    assert tab.evaluate("[...CSS.highlights.get('found')].every(one => one instanceof StaticRange)")
    go(tab, "Section 2(1)")
    tab.keyboard.press("r")
    tab.locator("#counts", has_text="1 of").wait_for()
    assert text(tab, "#hits").endswith(f"of {hits - 1}")
    assert paragraphs < tab.evaluate("read") < paragraphs + 10


@pytest.mark.parametrize("words", ["οδοσ", "ΟΔΟΣ", "σ İstanbul", "stanbul."])
def test_a_search_finds_capitals_of_any_alphabet(show: Open, words: str) -> None:
    law = annotation()
    named = law.text.replace("An officer may", "ΟΔΟΣ İSTANBUL.", 1)
    tab = show(page(replace(law, text=named)))
    tab.fill("#search", words)
    assert text(tab, "#hits") == "1 of 1"
