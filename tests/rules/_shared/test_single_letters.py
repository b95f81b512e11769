"""Words that follow a small letter are found, whether they are looked for or listed."""

from corpusfmt.lint import Context
from corpusfmt.rules._shared.single_letters import NamesInSentences
from tests.rules.cases import article

TEXT = article("Ferries of Adair, Brook and Idlib sail. Inside Osloer ports the old Amman waits.")


def test_a_name_is_inside_a_sentence_and_a_whole_word() -> None:
    names = NamesInSentences(Context(TEXT))
    asked = ["Adair", "Inside", "Oslo", "Skarv", "Ada", "Idlib", "Amman", "Brook", "Ports"]
    expected = ["Adair", "Idlib", "Amman", "Brook"]
    assert [name for name in asked if names.has(name)] == expected
    assert [name for name in asked if names.has(name)] == expected  # now from the list of all
