"""The texts of the page docs/accuracy.md, with places for its figures."""

from __future__ import annotations

INTRODUCTION = """\
<!-- Written by `make generate` from benchmarks/accuracy.json and benchmarks/judged.json. -->

# Accuracy

This page shows how many of the problems in a text the rules find (recall), and how many of their
findings are right (precision). Of the findings of a rule of severity *error* or *warning*, at least
98 % should be right; the table of precision shows for which rules this is so.

## Recall

Programs damage articles, with one kind of damage at a time
([benchmarks/damage](../benchmarks/damage/__init__.py)). They imitate what scrapers, converters and
editors do to a text, and do not use the patterns of the rules. There are {articles:,} articles in
more than 25 languages: the sample corpus, and a set of real articles that is not part of the
project. Each kind of damage is made in up to 300 articles of each script.

Damage counts as found if a rule for its kind has a finding on a damaged line that it does not have
without the damage; findings of severity info count, too. If there are several rules for a kind, a
finding of any of them counts, and the share of each is in parentheses. Damage that leaves no trace
in the text, such as a paragraph that is cut where a sentence could end, counts as missed.

| rule | damage | made | found |
| --- | --- | ---: | ---: |
"""

SCRIPTS = """
### By script

The table shows what percentage of all damage that a rule is for was found, for each script in
which at least {fewest} articles were damaged.

"""

MISSED = """
### What is missed

Some damage looks like sound text:

"""

PRECISION = """
## Precision

All rules were run on {articles:,} files with real articles: in the layout of this format, in the
form of the print template, or converted from PDF. Two readers judged all findings of a rule, or 40
drawn at random and the newer ones, by the text around them. A finding is *right* if the problem
exists, and is the one that the message describes; *doubtful* findings do not count as right. The
second reader judged later and independently, and drew another sample for the rules with more than
40 findings. Findings that a rule itself marks as uncertain have severity info, and are not counted.
*False alarms* is an
estimate of how many findings in 200 such articles are not right.

Some rules were repaired after a reader had judged a finding wrong or doubtful. These findings are
listed below; the second reader judged them again, and the table has the figures after the repair.
{new}
| rule | severity | findings | judged | right | doubtful | share | second reader | false alarms |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""

ALARMS = """
Rules with more than one false alarm in 200 articles: {rules}.
"""

NEW = """
The first reader has not judged the findings that are new since then: {rules}.
"""

WRONG = """
### What was wrong

"""

REPAIRED = """
### What was repaired

The list shows which findings a reader judged wrong or doubtful before the rule was repaired, and
how many of those that the reader judged:

"""

SILENT = """
### Rules without a finding

These rules of severity *error* or *warning* reported nothing in the real articles: {rules}.
"""

OTHERS = """
### On other texts

The rules were also improved on the articles above. So a reader judged findings on texts that nobody
had looked at before: of 491 findings of severity *error* or *warning* on 372 web pages in at least
ten languages, imported with trafilatura, 410 were right. These pages are not only news, but also
manuals, shops, blogs and specifications. Then the rules were repaired for the kinds of text that
the others were about. Of these 81, 39 are still reported, most of them on pages with code or with
stars as marks of prices. These figures are not in the tables.
"""

UNMEASURED = """
## Rules without a measure of recall

No damage is made for these rules yet: {rules}.
"""
