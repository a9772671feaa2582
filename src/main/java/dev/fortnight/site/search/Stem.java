package dev.fortnight.site.search;

/** What the forms of a word are indexed as. There is one of each, so two are equal if the same. */
final class Stem {

  private final String text;
  private final int state;
  private final int hash;

  Stem(String text) {
    this.text = text;
    this.state = SearchCode.continued(SearchCode.START, text);
    this.hash = SearchCode.term(text);
  }

  String text() {
    return text;
  }

  int hash() {
    return hash;
  }

  /** The hash of this word with another one behind it and a space between them. */
  int hashWith(Stem next) {
    int spaced = SearchCode.continued(state, " ");
    return SearchCode.finished(SearchCode.continued(spaced, next.text));
  }
}
