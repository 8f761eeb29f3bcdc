"""What a law is called in a sentence."""

import pytest

from annotator.lang.en.law_names import cited


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("FERRY WARDENS BILL", "the Ferry Wardens Bill"),
        ("THE FERRY WARDENS ACT, CAP. 12", "the Ferry Wardens Act, Cap. 12"),
        ("FERRIES (AMENDMENT) (NO. 2) BILL, 2031", "the Ferries (Amendment) (No. 2) Bill, 2031"),
        ("LAW ON FERRIES OF THE REPUBLIC OF ARDEN", "the Law on Ferries of the Republic of Arden"),
        ("PART II AND CHAPTER XIV FERRIES RULES", "the Part II and Chapter XIV Ferries Rules"),
        ("TRAVELLERS’ RIGHTS ACT", "the Travellers’ Rights Act"),
        ("FERRIES (EU EXIT) REGULATIONS", "the Ferries (EU Exit) Regulations"),
        ("CROSS-BORDER FERRIES ACT", "the Cross-Border Ferries Act"),
        ("The Ferry Act 2031", "the Ferry Act 2031"),
        ("Ferry Act 2031", "the Ferry Act 2031"),
        ("Law No. 4/2031 on Ferries", "Law No. 4/2031 on Ferries"),
        ("Directive 2031/86/EU", "Directive 2031/86/EU"),
        ("Council Regulation (EU) No 7/2031", "Council Regulation (EU) No 7/2031"),
        ("An Act to control ferries", "An Act to control ferries"),
        ("law", "the law"),
        ("draft-7", "draft-7"),
    ],
)
def test_a_law_is_named_as_one_who_drafts_would(title: str, named: str) -> None:
    assert cited(title) == named
