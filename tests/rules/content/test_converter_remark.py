"""Lines that converters and language models write are found; those of articles are not."""

import pytest

from tests.rules.cases import article, found

REMARKS = {
    "end of a page": "--- end of page=3 ---",
    "end of a numbered page": "--- end of page.page_number=3 ---",
    "a missing page": "[MISSING_PAGE_FAIL:12]",
    "a loop": "+++ ==WARNING: Truncated because of repetitions==",
    "an image of a mail": "[image: Inline image 1]",
    "a page": "--- Page 12 ---",
    "a number of a page": "{4}------------------------------------------------",
    "start of a page": "===START PAGE 1===",
    "a page in brackets": "[Page 12]",
    "a page of several": "-- 2 of 9 --",
    "a picture": "**==> picture [216 x 114] intentionally omitted <==**",
    "text of a picture": "**----- Start of picture text -----**",
    "a picture of a page": "[Page 1 Picture 3.jpeg]",
    "a file of a page": "![](_page_0_Picture_0.jpeg)",
    "a picture of a mail": "[cid:image001.png@01D7A1B2]",
    "a label of a picture": "[IMAGE]",
    "a comment": "[comment]: <> (the second page)",
    "a comment with a slash": "[//]: # (the second page)",
    "names of marks": "ASTERISKASTERISKFerryASTERISKASTERISK",
    "an answer": "Sure! Here is the extracted text from the provided page:",
    "a transcription": "Here’s the transcription of the image:",
    "no text": "The image does not contain any visible content or data to analyze.",
    "a blank page": "This page appears to be blank.",
    "a model": "As an AI language model, I do not know the island.",
    "a refusal": "I’m sorry, I can’t assist with that request.",
}


@pytest.mark.parametrize("text", REMARKS.values(), ids=REMARKS)
def test_a_remark_is_found(text: str) -> None:
    found_here = found("converter-remark", article("The ferry sailed.", text))
    assert found_here
    assert all(message.endswith("is a remark of a converter") for _, _, message in found_here)


SOUND = {
    "a picture of the article": "The image of the pier does not contain a scale, she said.",
    "a page of the plan": "The plan (see page 12) is on the desk, and page 3 of 9 is missing.",
    "a rule": "***",
    "dashes": "He said – no, he shouted --- that the ferry was late.",
    "an asterisk": "An asterisk marks the pier, and Asterisk is a program.",
    "a bracket": "“They [the crew] saw it on page 12 [of the log],” he said.",
    "a sentence": "Here is the text of the letter that the captain wrote.",
    "a model of artificial intelligence": (
        "As an AI language model, ChatGPT does not know the island, it said."
    ),
    "a quotation": "“I cannot see the ferry from here,” said the captain.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_an_article_has_is_not_found(text: str) -> None:
    assert found("converter-remark", article("The ferry sailed.", text)) == []
