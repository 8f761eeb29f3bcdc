"""What a drafter sees first: what is sure, what is decided, what is only seen."""

from __future__ import annotations

from msgspec.structs import replace

from annotator.rulings import from_json
from tests.writers.review.acting import LAW, brought, card, go, saved, text
from tests.writers.review.conftest import Open
from tests.writers.review.law import annotation, page, real


def test_clean_is_nothing_but_the_law(show: Open) -> None:
    tab = show()
    assert tab.locator(f"{LAW} mark").count() == 1
    assert tab.evaluate("getComputedStyle(document.querySelector('.margin')).userSelect") == "none"
    tab.click("label[for=view-clean]")
    assert tab.locator(f"{LAW} mark").count() == 0
    assert not tab.is_visible(".mark")
    tab.emulate_media(media="print")
    assert not tab.is_visible(".mark")


def test_on_paper_the_margin_says_the_whole_reason(show: Open) -> None:
    tab = show()
    tab.set_viewport_size({"width": 670, "height": 900})  # what A4 has between its margins
    tab.emulate_media(media="print")
    cut = """all => all.filter(one => {
        const [own, margin] = [one, one.closest('.margin')].map(x => x.getBoundingClientRect());
        return own.right > margin.right + 1 || one.scrollHeight > one.clientHeight + 1;
    }).length"""
    assert tab.locator(".why").count() > 0
    assert tab.locator(".why").evaluate_all(cut) == 0


def test_doubtful_findings_look_doubtful_and_have_a_filter(show: Open) -> None:
    tab = show()
    for place in (".mark >> nth=0", "#list button >> nth=0"):
        assert "blind?" in text(tab, place)
        assert tab.evaluate(
            "one => getComputedStyle(one).borderInlineStartStyle", tab.query_selector(place)
        ) == "dashed"  # fmt: skip
    tab.click("#filters summary")
    tab.select_option("#f-doubt", "review")
    assert tab.locator("#list b").all_text_contents() == ["Section 2(1)"]
    tab.select_option("#f-doubt", "sure")
    assert "Section 2(1)" not in tab.locator("#list b").all_text_contents()


def test_amendments_are_counted_apart_from_clauses_that_are_seen(show: Open) -> None:
    tab = show()
    assert "Of 1 clauses without an amendment 0 were seen." in text(tab, "#told")
    tab.click("#filters summary")
    tab.select_option("#f-state", "bare")
    assert tab.locator("#list b").all_text_contents() == ["Section 4"]
    go(tab, "Section 4")
    tab.keyboard.press("s")
    assert tab.get_attribute("[data-act=seen]", "aria-pressed") == "true"
    assert "✓ seen" in text(tab, ".mark >> nth=0")
    told = from_json(saved(tab))
    assert {one.decision for one in told.clauses} == {"pending"}
    tab.reload()
    assert "clauses without an amendment 1 were seen." in text(tab, "#told")
    go(tab, "Section 4")
    tab.click("[data-act=seen]")
    tab.click("[data-act=back]")
    assert "clauses without an amendment 0 were seen." in text(tab, "#told")


def test_a_false_alarm_keeps_its_name_when_it_is_pressed(show: Open) -> None:
    tab = show()
    go(tab, "Section 4")
    tab.click("[data-act=alarm]")
    assert tab.get_attribute("[data-act=alarm]", "aria-pressed") == "true"
    assert text(tab, "[data-act=alarm]").startswith("False alarm")


def test_a_sign_stands_before_what_it_is_of(show: Open) -> None:
    tab = show()
    go(tab, "Section 2(1)")
    tab.keyboard.press("a")
    assert text(tab, ".mark >> nth=0").endswith("2 undecided, ✓ 1 accepted")
    go(tab, "Section 2(2)")
    tab.keyboard.press("r")
    rejected, line = tab.evaluate(
        "() => [...document.querySelectorAll('.mark .state')].slice(1, 3)"
        ".map(one => getComputedStyle(one).color)"
    )
    go(tab, "Section 3")
    card(tab, 5).locator("[data-act=accept]").click()
    card(tab, 4).locator("[data-act=reject]").click()
    assert rejected != "rgb(23, 83, 52)"
    assert line


def test_yes_is_not_near_at_hand_where_much_is_decided(show: Open) -> None:
    tab = show()
    tab.click("#all-accept")
    assert "2 of them are for review" in text(tab, "#ask")
    tab.keyboard.press("Enter")
    assert not tab.is_visible("#ask")
    assert text(tab, "#counts") == "0 of 7 amendments decided"


def test_the_arrows_of_a_search_are_there_on_a_narrow_screen(show: Open) -> None:
    tab = show(size="narrow")
    tab.fill("#search", "officer")
    tab.click("#after")
    assert text(tab, "#hits") == "2 of 2"


def test_the_view_that_is_chosen_is_seen_in_the_systems_colours(show: Open) -> None:
    tab = show(forced_colors="active")
    chosen, other = tab.evaluate(
        "() => ['redline', 'clean'].map(name =>"
        " getComputedStyle(document.querySelector(`label[for=view-${name}]`)).backgroundColor)"
    )
    assert chosen != other


def test_what_matters_most_leads_to_its_place(show: Open) -> None:
    tab = show()
    tab.click("#summary a:text-is('Section 3')")
    assert text(tab, "#finding-title") == "Section 3 Family"


def test_the_law_as_a_whole_is_a_link_of_the_summary(show: Open) -> None:
    law, source = real()
    tab = show(page(law, source=source))
    tab.click("#summary a:text-is('The law as a whole')")
    assert tab.evaluate("document.activeElement.textContent").startswith("The law as a whole")


def test_the_margin_says_why(show: Open) -> None:
    tab = show()
    assert text(tab, ".mark >> nth=0 >> .why") == "It matters."
    assert tab.locator(".mark.responsive .why").count() == 0


def test_a_print_says_who_decided_when_and_what_the_law_lacks(show: Open) -> None:
    tab = show()
    tab.click("#menu summary")
    tab.fill("#who", "Ada")
    tab.keyboard.press("Escape")
    go(tab, "Section 3")
    tab.keyboard.press("r")
    tab.click("label[for=view-schedule]")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert "Amendment 4 (rejected, Ada, 20" in text(tab, "#annex")
    assert "The law as a whole: also provided nowhere" in text(tab, "#annex")
    assert not tab.is_visible("#summary")


def test_a_notice_takes_the_place_of_the_one_before_and_the_law_stays(show: Open) -> None:
    law, source = real()
    tab = show(page(law, source=source))
    data = saved(tab)
    tab.evaluate("document.querySelector('#main').scrollTop = 3000")
    for name in ("a.json", "b.json"):
        tab.set_input_files(
            "#import", {"name": name, "mimeType": "application/json", "buffer": data}
        )  # fmt: skip
        tab.locator(f".notice:has-text('{name}')").wait_for()
    assert tab.locator(".notice").count() == 1
    assert tab.evaluate("document.querySelector('#main').scrollTop") > 2000
    assert tab.evaluate("document.activeElement.matches('#menu summary')")
    tab.click(".notice button")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_a_new_section_is_set_as_a_section(show: Open) -> None:
    tab = show()
    heading = tab.locator(f"{LAW} p.new.titled")
    assert heading.all_inner_texts() == ["Rest for mothers"]
    assert tab.locator(f"{LAW} p.new.level-1:not(.titled)").inner_text().startswith("4A. ")


def test_what_is_lacking_steps_back_behind_a_filter(show: Open) -> None:
    tab = show()
    assert tab.is_visible("#lacking h2")
    tab.click("#filters summary")
    tab.select_option("#f-state", "pending")
    assert not tab.is_visible("#lacking h2")


def test_the_head_names_the_file_and_what_read_it(show: Open) -> None:
    tab = show()
    assert text(tab, ".origin").endswith(" · pipeline 1.0")


def test_what_is_new_against_a_baseline_is_marked_and_has_a_filter(show: Open) -> None:
    tab = show()
    tab.click("#filters summary")
    assert "new" not in tab.locator("#f-state option").all_text_contents()
    law = annotation()
    flagged = [one for one in law.findings if one.label != "neutral"]
    found = [
        replace(one, baseline_state="new" if one.clause.number == "2(1)" else "unchanged")
        for one in flagged
    ]
    gaps = tuple(replace(gap, baseline_state="unchanged") for gap in law.gaps)
    new = replace(law, findings=tuple(found), gaps=gaps)
    tab = show(page(new))
    assert "1 finding is new against the baseline" in text(tab, "#summary")
    tab.click("#filters summary")
    tab.select_option("#f-state", "new")
    assert tab.locator("#list b").all_text_contents() == ["Section 2(1)"]
    # What is out of sight has no inner text until it has been laid out.
    assert "new" in tab.locator("#list .state").text_content()
    go(tab, "Section 2(1)")
    assert " · new · " in text(tab, ".facts")
    tab.click("[data-act=back]")
    tab.select_option("#f-state", "known")
    known = tab.locator("#list b").all_text_contents()
    assert "Section 2(1)" not in known
    assert {"Section 4", "New section 4A"} <= set(known)


def test_a_file_that_is_too_large_is_told_with_the_limit(show: Open) -> None:
    tab = show()
    told = brought(tab, b" " * 20_000_001, "all.json")
    assert told.startswith("all.json is over 20 MB, more than this page reads: choose the ")
