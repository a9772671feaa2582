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
  void keysInsideListsAreNamedOneByOne() {
    assertThat(
            new Illustration()
                .note(
                    "findings/a.md",
                    """
                    ---
                    parts:
                      - title: One
                        topics: [1]
                      - {topics: [2], evidence: []}
                      - published: false
                      - published: true
                    ---
                    """)
                .problems())
        .isEqualTo(
            """
            research/findings/a.md:4: 'parts.topics' has no effect. Did you mean 'topics', at the margin?
            research/findings/a.md:5: 'parts.topics' has no effect. Did you mean 'topics', at the margin?
            research/findings/a.md:5: 'parts.evidence' has no effect. Did you mean 'evidence', at the margin?
            research/findings/a.md:6: 'parts.published' has no effect, so this note is not published. Did you mean 'published', at the margin? If not, give it another name.
            research/findings/a.md:7: 'parts.published' has no effect, so this note is not published. Did you mean 'published', at the margin? If not, give it another name.""");
  }

  @Test
  void oneSlipInConsentIsOneProblem() {
    assertThat(
            new Illustration()
                .note("interviews/a.md", "---\ntitle: a\nConsent: public\n---\n")
                .note("interviews/b.md", "---\nconcent: internal\n---\n")
                .note("interviews/c.md", "---\nconsent: public\nConsent: public\n---\n")
                .note("pages/d.md", "---\nConsent: public\n---\n")
                .problems())
        .isEqualTo(
            """
            research/interviews/a.md:3: 'Consent' has no effect and consent is missing, so this note is not published. Did you mean 'consent'? If not, give it another name.
            research/interviews/b.md:2: 'concent' has no effect and consent is missing, so this note is not published. Did you mean 'consent'? If not, give it another name.
            research/interviews/c.md:3: 'Consent' has no effect, so this note is not published. Did you mean 'consent'? If not, give it another name.
            research/pages/d.md:2: 'Consent' has no effect, so this note is not published. Did you mean 'consent'? If not, give it another name.""");
  }

  @Test
  void whatDoesNotLookLikeAReferenceIsNotRepeated() {
    String problems =
        new Illustration()
            .topic(12, "A topic", "")
            .note("assumptions/slow.md", "An assumption.")
            .note(
                "interviews/2026-11-10-a.md",
                "---\nconsent: public\n---\n> Said.\n{: #q1 .evidence supports=\"Quilla@slow\"}\n")
            .note(
                "findings/f.md",
                """
                ---
                title: f
                topics: [Quilla_Illustrative-5]
                supports: Quilla Illustrative
                contradicts: [quilla@example.org, "Quilla Illustrative"]
                evidence: ["Quilla: 01632 960 123", %s]
                superseded-by: Quilla Illustrative
                quilla@example: {topics: [1]}
                Quilla Illustrative: {published: true}
                ---
                """
                    .formatted("a".repeat(101)))
            .note("recommendations/r.md", "---\nfindings: Quilla Illustrative\n---\n")
            .problems();

    assertThat(problems).doesNotContainIgnoringCase("quilla", "960", "aaa");
    assertThat(problems)
        .isEqualTo(
            """
            research/findings/f.md:3: there is no such topic, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:4: there is no such assumption, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:5: this is an e-mail address, so this note is not published. Take it out. If its owner wants it to be seen, add it to 'allow' in programme.yml.
            research/findings/f.md:5: there is no such assumption, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:5: this both supports and contradicts one assumption. Say one of them, or mark two quotations.
            research/findings/f.md:5: there is no such assumption, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:6: there is no such evidence, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:6: this is a telephone number, so this note is not published. Take it out. If its owner wants it to be seen, add it to 'allow' in programme.yml.
            research/findings/f.md:6: there is no such evidence, so it is not shown. Correct the name, or add what it refers to.
            research/findings/f.md:7: there is no such finding to stand in this one's place. Correct the name, or add the finding.
            research/findings/f.md:8: this key has no effect. Did you mean 'topics', at the margin?
            research/findings/f.md:9: this key has no effect, so this note is not published. Did you mean 'published', at the margin? If not, give it another name.
            research/interviews/2026-11-10-a.md:5: there is no such assumption, so it is not shown. Correct the name, or add what it refers to.
            research/recommendations/r.md:2: there is no such finding, so it is not shown. Correct the name, or add what it refers to.""");
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
