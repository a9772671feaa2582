package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys, tokens, passwords and addresses that open something to whoever knows them. */
final class SecretDetector implements Detector {

  /** The word that a form begins with, and the form. Source: what the services document. */
  private static final String[][] FORMS = {
    {"ghp", "ghp_[a-z0-9]{20,}"},
    {"gho", "gho_[a-z0-9]{20,}"},
    {"ghu", "ghu_[a-z0-9]{20,}"},
    {"ghs", "ghs_[a-z0-9]{20,}"},
    {"ghr", "ghr_[a-z0-9]{20,}"},
    {"github", "github_pat_[a-z0-9_]{20,}"},
    {"glpat", "glpat-[a-z0-9_-]{18,}"},
    {"xoxb", "xoxb-[a-z0-9-]{10,}"},
    {"xoxp", "xoxp-[a-z0-9-]{10,}"},
    {"xoxa", "xoxa-[a-z0-9-]{10,}"},
    {"xoxr", "xoxr-[a-z0-9-]{10,}"},
    {"xoxs", "xoxs-[a-z0-9-]{10,}"},
    {"xapp", "xapp-[a-z0-9-]{10,}"},
    {"hooks", "hooks\\.slack\\.com/(?:services|workflows|triggers)/[a-z0-9/_-]{10,}"},
    {"discord", "discord(?:app)?\\.com/api/webhooks/\\d+/[\\w-]{10,}"},
    {"webhook", "webhook\\.office\\.com/[\\w@/-]{10,}"},
    {"sk", "sk[_-](?:live|test|proj|ant)[_-][a-z0-9_-]{16,}|sk-[a-z0-9]{20,}"},
    {"rk", "rk_live_[a-z0-9]{16,}"},
    {"npm", "npm_[a-z0-9]{30,}"},
    {"pypi", "pypi-[a-z0-9_-]{30,}"},
    {"sg", "sg\\.[\\w-]{16,}\\.[\\w-]{16,}"},
    {"hf", "hf_[a-z0-9]{24,}"},
    {"dop", "dop_v1_[a-f0-9]{40,}"},
    {"ya29", "ya29\\.[\\w-]{20,}"},
    {"begin", "begin (?:[a-z0-9]+ )*private key(?: block)?"},
    {"sharedaccesskey", "sharedaccesskey=[a-z0-9+/=]{20,}"},
    {"accountkey", "accountkey=[a-z0-9+/=]{20,}"},
  };

  private static final List<String> SENT = List.of("basic", "bearer", "token");
  private static final Vocabulary HEADERS = Vocabulary.of(SENT);

  private static final Vocabulary FIRST = Vocabulary.of(first());
  private static final List<Pattern> PATTERNS = patterns();

  /** Keys that are one word. */
  private static final Pattern ONE_WORD =
      Pattern.compile(
          "(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*");

  private static final List<String> NAMED =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "key",
          "bearer",
          "pin",
          "passcode",
          "pass",
          "secretaccesskey",
          "accesskey",
          "secretkey",
          "privatekey",
          "clientsecret",
          "accesstoken",
          "authtoken",
          "apitoken",
          "appsecret");

  private static final Vocabulary NAMES = Vocabulary.of(NAMED);

  /** Any word that something is looked for at; most words of a text are none. */
  private static final Vocabulary TELLING =
      Vocabulary.of(Stream.of(first(), SENT, NAMED).flatMap(List::stream).distinct().toList());

  /** A name, perhaps a few words, and something that nobody says. */
  private static final Pattern VALUE =
      Pattern.compile(
          "[\"']?(?:\\s*(?:[:=]|=>)\\s*|\\s+(?:is|was)\\s+(?:still\\s+)?(?:[:=]\\s*)?|\\s+)[\"']?(?<value>[^\\s\"'<>|()\\[\\],;]{6,200})");

  /** A password among the options of a command, or in a header. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:-u|--user)[ =][^\\s:]{1,60}:(?<user>[^\\s:]{6,200})|\\s-p(?<short>[^\\s=-][^\\s]{7,200})");

  private static final Pattern HEADER =
      Pattern.compile("(?:basic|bearer|token)\\s+(?<value>[a-z0-9+/=_.-]{20,400})");

  private static final Pattern NOTIFY =
      Pattern.compile(
          "[a-z][a-z0-9_]*-(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-?){2}");

  /** What is longer is cut off here, so that no text takes long. */
  private static final int LONGEST = 1000;

  private static final int BITS_OF_A_GUESS = 3;
  private static final int BITS_OF_A_KEY = 4;

  private static List<String> first() {
    List<String> words = new ArrayList<>();
    for (String[] form : FORMS) {
      words.add(form[0]);
    }
    return words;
  }

  private static List<Pattern> patterns() {
    List<Pattern> patterns = new ArrayList<>();
    for (String[] form : FORMS) {
      patterns.add(Pattern.compile(form[1]));
    }
    return patterns;
  }

  @Override
  public String rule() {
    return "The form of a service's keys; an address with a password or a signature in it; behind a"
        + " word such as password something that nobody says.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    int word = TELLING.next(text, 0);
    for (int key : text.longWords()) {
      for (; word < key; word = TELLING.next(text, word + 1)) {
        behind(text, word, finds);
      }
      at(ONE_WORD, text.text(), text.start(key), finds);
    }
    for (; word < text.words(); word = TELLING.next(text, word + 1)) {
      behind(text, word, finds);
    }
    SecretAddresses.search(text, finds);
    if (hasOption(text)) {
      options(text, finds);
    }
    codes(text, finds);
  }

  private static void behind(Searchable text, int word, Finds finds) {
    int form = FIRST.id(text, word);
    if (form >= 0) {
      at(PATTERNS.get(form), text.lower(), text.start(word), finds);
    }
    if (NAMES.contains(text, word)) {
      value(text, word, finds);
    }
    if (HEADERS.contains(text, word)) {
      header(text, word, finds);
    }
  }

  private static void at(Pattern pattern, String text, int place, Finds finds) {
    Matcher match = pattern.matcher(text).region(place, Math.min(text.length(), place + LONGEST));
    if (match.lookingAt()) {
      finds.certain(PersonalData.SECRET, match.start(), match.end());
    }
  }

  private static void value(Searchable text, int word, Finds finds) {
    Matcher match =
        VALUE
            .matcher(text.text())
            .region(text.end(word), Math.min(text.text().length(), text.end(word) + LONGEST));
    if (!match.lookingAt()) {
      return;
    }
    String value = match.group("value").replaceAll("[.!?]+$", "");
    boolean isAssigned = match.group().matches("(?s)[\"']?\\s*(?:[:=]|=>).*|\\s+(?:is|was)\\s.*");
    if (isAssigned ? isUnlikeAWord(value) : isRandom(value)) {
      finds.certain(
          PersonalData.SECRET, match.start("value"), match.start("value") + value.length());
    }
  }

  /** Letters with digits or marks among them; no placeholder, no path, no address. */
  private static boolean isUnlikeAWord(String value) {
    if (value.matches("[\\w+/=]{30,}") && bits(value) > BITS_OF_A_KEY) {
      return true;
    }
    boolean hasLetter = value.chars().anyMatch(Character::isLetter);
    boolean hasDigit = value.chars().anyMatch(Character::isDigit);
    boolean hasMark = value.chars().anyMatch(c -> "!$%^&*#~+=?".indexOf(c) >= 0);
    boolean isPlaceholder =
        value.matches("(?i).*(?:xxx|\\*\\*\\*|\\.\\.\\.|…|example|your|changeme|\\$\\{|\\{\\{|<).*")
            || value.startsWith("$")
            || value.contains("/")
            || value.matches("[\\w.-]+\\(.*")
            || value.matches("\\d{1,4}(?:[./-]\\d{1,4}){1,3}");
    return hasLetter && (hasDigit || hasMark) && !isPlaceholder && value.length() >= 6;
  }

  private static boolean isRandom(String value) {
    return value.length() >= 20
        && isUnlikeAWord(value)
        && value.matches("[\\w+/=.-]+")
        && bits(value) > BITS_OF_A_GUESS;
  }

  /** Shannon's entropy of a character, in bits. */
  private static double bits(String value) {
    int[] counts = new int[128];
    value.chars().filter(c -> c < 128).forEach(c -> counts[c]++);
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** Whether {@code -u} or {@code -p} stands behind a space. */
  private static boolean hasOption(Searchable text) {
    for (int dash : text.signs('-')) {
      if (text.lower().startsWith("u", dash + 1) || text.lower().startsWith("p", dash + 1)) {
        return true;
      }
    }
    return false;
  }

  private static void options(Searchable text, Finds finds) {
    Matcher option = OPTION.matcher(text.text());
    while (option.find()) {
      String group = option.group("user") != null ? "user" : "short";
      if (isUnlikeAWord(option.group(group))) {
        finds.certain(PersonalData.SECRET, option.start(group), option.end(group));
      }
    }
  }

  private static void header(Searchable text, int word, Finds finds) {
    int start = text.start(word);
    Matcher header =
        HEADER.matcher(text.lower()).region(start, Math.min(text.text().length(), start + LONGEST));
    if (header.lookingAt()) {
      String value = text.text().substring(header.start("value"), header.end("value"));
      boolean isMixed = value.matches(".*\\d.*") && value.matches(".*[A-Za-z].*");
      if (isMixed && bits(value) > BITS_OF_A_GUESS) {
        finds.certain(PersonalData.SECRET, header.start("value"), header.end("value"));
      }
    }
  }

  /** Keys of GOV.UK Notify: a name and two UUIDs. */
  private static void codes(Searchable text, Finds finds) {
    String lower = text.lower();
    for (int word : text.numbers()) {
      int start = text.start(word);
      boolean isUuid = text.end(word) - start == 8 && start > 2 && lower.charAt(start - 1) == '-';
      if (isUuid) {
        int name = start - 1;
        while (name > 0
            && start - name < LONGEST
            && (Character.isLetterOrDigit(lower.charAt(name - 1))
                || lower.charAt(name - 1) == '_')) {
          name--;
        }
        at(NOTIFY, lower, name, finds);
      }
    }
  }
}
