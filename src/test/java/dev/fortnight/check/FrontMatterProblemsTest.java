package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontMatterProblemsTest {

  @Test
  void topicsAreWholeNumbersOrNames() {
    assertThat(
            new Illustration()
                .topic(12, "A topic", "")
                .note(
                    "pages/a.md",
                    """
                    ---
                    title: a
                    topics:
                      - 12
                      - "#12"
                      - twelve
                      - 1.5
                      - [12]
                      - website-4
                    ---
                    """)
                .note("pages/b.md", "---\ntopic: 12, 14\n---\n")
                .note("pages/c.md", "---\ntopics: {number: 12}\n---\n")
                .note("pages/d.md", "---\ntopics:\n---\n")
                .problems())
        .isEqualTo(
            """
            research/pages/a.md:3: this topic is neither a whole number nor a topic's name, so it is not shown. Write the numbers of issues, for example [12, 14].
            research/pages/a.md:5: this topic is neither a whole number nor a topic's name, so it is not shown. Did you mean 12?
            research/pages/a.md:6: this topic is neither a whole number nor a topic's name, so it is not shown. Write the numbers of issues, for example [12, 14].
            research/pages/a.md:7: this topic is neither a whole number nor a topic's name, so it is not shown. Write the numbers of issues, for example [12, 14].
            research/pages/a.md:9: there is no topic 'website-4', so it is not shown. Correct the name, or add what it refers to.
            research/pages/b.md:2: this topic is neither a whole number nor a topic's name, so it is not shown. Write the numbers of issues, for example [12, 14].
            research/pages/c.md:2: this topic is neither a whole number nor a topic's name, so it is not shown. Write the numbers of issues, for example [12, 14].""");
  }

  @Test
  void keysThatAreMisspeltOrOneLevelTooDeepAreUnderstood() {
    assertThat(
            new Illustration()
                .note(
                    "findings/a.md",
                    """
                    ---
                    Topics: [1]
                    confidance: low
                    suports: []
                    superseded_by: b
                    meta:
                      topics: [1]
                      Evidence: []
                      deeper:
                        topics: [1]
                    ---
                    """)
                .problems())
        .isEqualTo(
            """
            research/findings/a.md:2: 'Topics' has no effect. Did you mean 'topics'?
            research/findings/a.md:3: 'confidance' has no effect. Did you mean 'confidence'?
            research/findings/a.md:4: 'suports' has no effect. Did you mean 'supports'?
            research/findings/a.md:5: 'superseded_by' has no effect. Did you mean 'superseded-by'?
            research/findings/a.md:7: 'meta.topics' has no effect. Did you mean 'topics', at the margin?
            research/findings/a.md:8: 'meta.Evidence' has no effect. Did you mean 'evidence', at the margin?""");
  }

  @Test
  void keysOfOthersAreTheirAuthorsBusiness() {
    assertThat(
            new Illustration()
                .note(
                    "pages/a.md",
                    """
                    ---
                    layout: page
                    title: a
                    date: 2026-11-06
                    tags: [a]
                    categories: [b]
                    excerpt: c
                    author: {name: d, twitter: e}
                    authors: [f]
                    last_modified_at: 2026-11-06
                    redirect_from: [/old/]
                    image: {path: g, caption: h}
                    description: i
                    toc: true
                    nav_order: 3
                    parent: j
                    comments: false
                    contact: team
                    role: k
                    council: l
                    illustrative: true
                    topic: 1
                    "": m
                    ---
                    """)
                .problems())
        .isEmpty();
  }
}
