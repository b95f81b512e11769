"""Code of a template, or a shortcode of a blog, is not replaced."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("template-code",)
BLOCKS = (
    "{{ article.body }}", "{% include 'ad.html' %}", "[gallery ids=\"11,12,13\"]",
    '[caption id="attachment_77" align="alignnone" width="300"] The harbour [/caption]',
    "[embed]https://video.example/watch?v=1[/embed]", "${article.title}", "<?php the_content(); ?>",
    "{{#if related}}{{> related}}{{/if}}", "[vc_row][vc_column]", "%%headline%%", "<%= title %>",
    "[youtube https://video.example/v/1]", "{{author.name}}", "[ad_1]", "@@byline@@",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert the code as a block, or after a word."""
    block = random.choice(BLOCKS)
    index = article.pick(random)
    if random.random() < 0.7:
        return article.with_block(index, block)
    return article.with_line(
        index, lambda line: substitute(random, r"\w ", line, lambda found: f"{found}{block} ", 1)
    )
