"""Justice Canada's XML, in an act invented for the test, beside the text that it becomes."""

from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.readers import read

HERE = Path(__file__).parent


def test_an_act_is_laid_out_as_it_is_printed() -> None:
    source = read(HERE / "act.xml")
    assert source.text == (HERE / "act.txt").read_text(encoding="utf-8")
    assert source.title == "Border Crossing Act"
    assert source.format == "justice-xml"
    assert source.jurisdiction == "CA"


def test_no_file_is_fetched_and_no_entity_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    with pytest.raises(InputError, match="entities of its own"):
        read(
            f'<!DOCTYPE Statute [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
            "<Statute><Body><Section><Label>1</Label><Text>&leak;</Text></Section></Body></Statute>"
            "".encode()
        )


def test_what_is_wrong_with_a_file_is_told_without_its_text() -> None:
    broken = b"<Statute><Body><Text><![CDATA[a\nb\nc</Text></Body></Statute>"
    with pytest.raises(InputError) as error:
        read(broken, name="law.xml")
    assert str(error.value).startswith(
        "law.xml is not well-formed XML (CData section not finished)"
    )


def test_a_tree_too_deep_to_be_a_law_is_refused() -> None:
    deep = "<Statute><Body>" + "<Provision>" * 5000 + "</Provision>" * 5000 + "</Body></Statute>"
    with pytest.raises(InputError, match="nests its elements deeper than a law does"):
        read(deep.encode())


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        (
            "<Identification><BillHistory>"
            "<Stages stage='consolidation'><Date><YYYY>2026</YYYY><MM>4</MM><DD>1</DD></Date>"
            "</Stages><Stages stage='assented-to'><Date><YYYY>2001</YYYY><MM>11</MM><DD>1</DD>"
            "</Date></Stages>"
            "</BillHistory></Identification>",
            "2001-11-01",
        ),
        (
            "<Identification><RegistrationDate><Date><YYYY>1980</YYYY><MM>1</MM><DD>11</DD></Date>"
            "</RegistrationDate></Identification>",
            "1980-01-11",
        ),
        ("<Identification><RegistrationDate><Date/></RegistrationDate></Identification>", ""),
        ("", ""),
    ],
)
def test_the_date_is_that_of_assent_or_of_registration(stated: str, date: str) -> None:
    body = "<Body><Section><Label>1</Label><Text>A person may land.</Text></Section></Body>"
    assert read(f"<Statute>{stated}{body}</Statute>".encode()).date == date
