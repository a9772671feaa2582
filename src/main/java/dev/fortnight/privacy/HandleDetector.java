package dev.fortnight.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names on services where people meet, which lead straight to them. */
final class HandleDetector implements Detector {

  private static final Pattern AT_NAME = Pattern.compile("@[a-z0-9][a-z0-9_.-]{1,38}[a-z0-9_]");

  private static final Pattern FEDERATED =
      Pattern.compile("@[a-z0-9_.-]{2,30}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  /** Pages that are those of one person. */
  private static final Pattern PROFILE =
      Pattern.compile(
          "(?:linkedin\\.com/in/|facebook\\.com/profile\\.php\\?id=|t\\.me/|bsky\\.app/profile/"
              + "|orcid\\.org/|keybase\\.io/|signal\\.me/#p/)[a-z0-9][\\w.%-]*[\\w%-]"
              + "|medium\\.com/@[\\w.-]+|tiktok\\.com/@[\\w.-]+|youtube\\.com/@[\\w.-]+"
              + "|reddit\\.com/u(?:ser)?/[\\w-]+");

  private static final Vocabulary SERVICES =
      Vocabulary.of(
          "linkedin",
          "facebook",
          "t",
          "bsky",
          "orcid",
          "keybase",
          "signal",
          "medium",
          "tiktok",
          "youtube",
          "reddit",
          "twitter",
          "x",
          "instagram",
          "threads",
          "github",
          "gitlab");

  private static final int LONGEST = 200;

  /** Pages of a person or of an organisation. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:twitter\\.com|x\\.com|instagram\\.com|facebook\\.com|threads\\.net)/(?:#!/)?(?!(?:search|hashtag|share|sharer|intent|home|i|explore|groups|events|pages)\\b)[a-z0-9_.]{2,40}(?![\\w/])");

  /** More often a team's than a person's. */
  private static final Pattern HOST_OF_CODE =
      Pattern.compile("(?:github|gitlab)\\.com/[a-z0-9][a-z0-9-]{1,38}/?(?![\\w/?#-])");

  private static final Vocabulary OF_ONE_PERSON =
      Vocabulary.of("profile", "follow", "follows", "she", "he", "her", "his", "hers");

  private static final Vocabulary SOCIAL =
      Vocabulary.of(
          "twitter",
          "tweet",
          "tweets",
          "tweeted",
          "mastodon",
          "instagram",
          "insta",
          "github",
          "gitlab",
          "slack",
          "handle",
          "username",
          "user",
          "follow",
          "follows",
          "dm",
          "linkedin",
          "bluesky",
          "telegram",
          "tiktok",
          "reddit",
          "discord",
          "skype",
          "snapchat",
          "threads",
          "account",
          "profile",
          "nickname",
          "login",
          "teams");

  /** What follows an at sign in code and in the rules of style sheets. */
  private static final Vocabulary OF_CODE =
      Vocabulary.of(
          "media",
          "import",
          "font",
          "keyframes",
          "supports",
          "charset",
          "page",
          "layer",
          "param",
          "return",
          "returns",
          "override",
          "test",
          "todo",
          "dataclass",
          "property",
          "staticmethod",
          "classmethod",
          "deprecated",
          "see",
          "since",
          "author",
          "throws",
          "inject",
          "entity",
          "autowired",
          "nullable",
          "generated",
          "here",
          "channel",
          "everyone",
          "all",
          "container",
          "mixin",
          "include",
          "use",
          "types",
          "beforeeach",
          "bean",
          "column",
          "latest",
          "angular",
          "babel",
          "if",
          "else",
          "each",
          "extend",
          "type",
          "value",
          "abc",
          "abstractmethod",
          "id");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:username|user name|handle|login|screen name|telegram|snapchat|skype|discord)(?:\\s+(?:is|was|on \\w+ is))?\\s*[:=]?\\s+[\"'@]?(?<name>[a-z0-9]*(?:[._\\d#][a-z0-9]*)+[a-z0-9])");

  private static final Vocabulary NAMING =
      Vocabulary.of(
          "username", "handle", "login", "name", "telegram", "snapchat", "skype", "discord");

  @Override
  public String rule() {
    return "A name behind an at sign, where words around speak of a service; without them it asks, and"
        + " code is left alone. The page of a person on such a service.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    for (int at : text.signs('@')) {
      atName(text, at, finds);
    }
    int last = text.words() - 1;
    for (int word = SERVICES.next(text, 0); word < last; word = SERVICES.next(text, word + 1)) {
      profile(text, word, finds);
    }
    if (finds.takesDoubtful()) {
      names(text, finds);
    }
  }

  private static void names(Searchable text, Finds finds) {
    for (int word = NAMING.next(text, 0); word < text.words(); word = NAMING.next(text, word + 1)) {
      named(text, word, finds);
    }
  }

  private static void atName(Searchable text, int at, Finds finds) {
    String lower = text.lower();
    if (at > 0 && isPartOfName(lower.charAt(at - 1))) {
      return;
    }
    Matcher federated = FEDERATED.matcher(lower).region(at, lower.length());
    if (federated.lookingAt()) {
      finds.certain(PersonalData.HANDLE, federated.start(), federated.end());
      return;
    }
    Matcher name = AT_NAME.matcher(lower).region(at, lower.length());
    if (!name.lookingAt()) {
      return;
    }
    boolean isSocial = text.mentions(SOCIAL, at, name.end(), 6, 5);
    boolean isHandle =
        (isSocial || finds.takesDoubtful())
            && !OF_CODE.contains(text, text.wordAt(at + 1))
            && !isScope(lower, name.end())
            && !text.isInAddress(at)
            && !text.isInCode(at);
    if (isHandle) {
      finds.add(
          PersonalData.HANDLE,
          isSocial ? Certainty.CERTAIN : Certainty.DOUBTFUL,
          name.start(),
          name.end());
    }
  }

  private static boolean isPartOfName(char before) {
    return Character.isLetterOrDigit(before) || "_.@/-+".indexOf(before) >= 0;
  }

  /** {@code @scope/package}, {@code @Annotation(…)}. */
  private static boolean isScope(String lower, int end) {
    return end < lower.length() && "/({".indexOf(lower.charAt(end)) >= 0;
  }

  /** Where the name of a service is followed by a top-level domain and a slash. */
  private static void profile(Searchable text, int service, Finds finds) {
    String lower = text.lower();
    int start = text.start(service);
    int slash = text.end(service + 1);
    boolean isPath =
        text.start(service + 1) - text.end(service) == 1
            && slash < lower.length()
            && lower.charAt(slash) == '/';
    if (!isPath) {
      return;
    }
    int end = Math.min(lower.length(), slash + LONGEST);
    Matcher profile = PROFILE.matcher(lower).region(start, end);
    Matcher account = ACCOUNT.matcher(lower).region(start, end);
    if (profile.lookingAt()) {
      finds.certain(PersonalData.HANDLE, profile.start(), profile.end());
    } else if (account.lookingAt()) {
      finds.doubtful(PersonalData.HANDLE, account.start(), account.end());
    } else {
      code(text, HOST_OF_CODE.matcher(lower).region(start, end), finds);
    }
  }

  private static void code(Searchable text, Matcher page, Finds finds) {
    if (page.lookingAt() && text.mentions(OF_ONE_PERSON, page.start(), page.end(), 6, 0)) {
      finds.doubtful(PersonalData.HANDLE, page.start(), page.end());
    }
  }

  private static void named(Searchable text, int word, Finds finds) {
    Matcher match = NAMED.matcher(text.lower());
    int start = text.start(Math.max(0, word - 1));
    match.region(start, Math.min(text.text().length(), text.end(word) + 60));
    if (match.find() && !text.isInCode(match.start("name"))) {
      finds.doubtful(PersonalData.HANDLE, match.start("name"), match.end("name"));
    }
  }
}
