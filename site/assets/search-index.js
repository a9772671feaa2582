// Looks words up in the search index of a tree. How its files are made: SearchIndex.java.

const WORD_CODE = 4;
const PAIR_CODE = 2;
const PAGES_IN_A_SHARD = 10;
const PAIRS = 8;
const BEGINNING = 3;
const LISTED = 5;
const LEAST_BEGUN = 4;
const NINE = "9".charCodeAt(0);
const SMALL_A = "a".charCodeAt(0);

// By weight: a word that stands somewhere in a page, often or in its description, in its title.
const WORTH = [0, 1, 2.5, 6];

// How much a word counts that is not the very one that was typed.
const RELATED = 0.8;
const NEAR = 0.5;
const MOST_RELATED = 12;

// A page with less than this share of what was asked for is not listed.
const LEAST_SHARE = 0.5;

export function words(text) {
  return folded(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) || [];
}

export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replaceAll("’", "'");
}

// FNV-1a with the last steps of MurmurHash3.
export function hash(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// Words that begin alike share a file, so that it is known before the word's stem is.
export function termHash(term) {
  return ((hash(term) & ~1023) | (hash(term.slice(0, BEGINNING)) & 1023)) >>> 0;
}

export function code(hash, length) {
  let rest = (hash >>> 10) % 26 ** length;
  let letters = "";
  for (let i = 0; i < length; i++) {
    letters = String.fromCharCode(97 + rest % 26) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters[0].toUpperCase() + letters.slice(1);
}

// What was typed: phrases in quotation marks, and the words outside them.
export function parsed(query) {
  const phrases = [];
  const rest = query.replace(/["“”]([^"“”]*)["“”]/g, (all, phrase) => {
    phrases.push(words(phrase));
    return " ";
  });
  return { phrases: phrases.filter(phrase => phrase.length), words: [...new Set(words(rest))] };
}

// How many letters have to be added, removed, changed or swapped; more than the limit counts as
// one more than it.
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (any, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    if (least > limit) { return limit + 1; }
    before = last;
    last = row;
  }
  return last[b.length];
}

export class SearchIndex {

  // folder: the address of search/ in the tree; the others as the page has them.
  constructor(folder, { shards, common }) {
    this.folder = folder;
    this.shards = Number(shards);
    this.common = new Set(common.split(" "));
    this.texts = new Map();
    this.made = new Map();
  }

  // A file that is not there has nothing in it; one that could not be fetched is asked for again
  // when it is needed again.
  text(path) {
    if (!this.texts.has(path)) {
      this.texts.set(path, this.fetched(path).catch(failure => {
        this.texts.delete(path);
        throw failure;
      }));
    }
    return this.texts.get(path);
  }

  async fetched(path) {
    const answer = await fetch(this.folder + path);
    if (answer.ok) { return answer.text(); }
    if (answer.status === 404) { return ""; }
    throw new Error(path + ": " + answer.status);
  }

  // Whether pages have all words of a question just as they are typed, so that none has to be
  // guessed. Fetches what a question will need while it is still being typed: of words that begin
  // alike all is in one file.
  async knows(query) {
    const asked = words(query).filter(word => !this.common.has(word));
    const known = asked.filter(word => word.length >= BEGINNING).map(word => this.has(word));
    return (await Promise.all(known)).every(has => has) && known.length === asked.length;
  }

  async has(word) {
    return isNumber(word) || (await this.beginning(word)).stemOf.has(word);
  }

  fileOf(term) {
    return "words/" + (termHash(term) & (this.shards - 1)) + ".txt";
  }

  // Which pages have a word or belong to something, newest first, and how much.
  async pagesWith(term) {
    const text = await this.text(this.fileOf(term));
    return rowsWith(text, endOfStems(text) + 1, code(termHash(term), WORD_CODE));
  }

  // The same of two words, one after the other.
  async pagesWithPair(pair) {
    const shards = Math.max(1, this.shards / PAIRS);
    const text = await this.text("pairs/" + (hash(pair) & (shards - 1)) + ".txt");
    return rowsWith(text, 0, code(hash(pair), PAIR_CODE));
  }

  // What results say of a page.
  async page(id) {
    const pages = await this.once("pages/" + (hash(id) & (this.shards - 1)) + ".json", JSON.parse);
    return pages[id];
  }

  // The stems of words that begin as this one does, with their forms.
  beginning(word) {
    return this.once(this.fileOf(word), text => decoded(text.slice(0, endOfStems(text))));
  }

  // How words begin: of each beginning that chooses a file the letters that follow it.
  beginnings() {
    return this.once("beginnings.txt", text =>
      new Map(text.split("\n").map(line => [line.slice(0, BEGINNING), line.slice(BEGINNING)])));
  }

  // What is made of a file, once.
  async once(path, making) {
    const text = await this.text(path);
    if (!this.made.has(path)) { this.made.set(path, making(text)); }
    return this.made.get(path);
  }

  // The stems that a typed word may mean: its own, else those of words that end otherwise or go on,
  // else, as a guess, of those that are spelled nearly so.
  async meant(word) {
    if (isNumber(word)) { return { stems: [word], forms: [word], worth: 1 }; }
    const alike = await this.beginning(word);
    if (alike.stemOf.has(word)) { return meaning(alike, [alike.stemOf.get(word)], 1); }
    const related = relatedTo(word, alike);
    if (related) { return related; }
    const near = nearest(word, alike);
    if (near.size) { return guess(alike, near); }
    const begun = longestIn(word, alike);
    return begun ? guess(alike, begun) : this.meantElsewhere(word);
  }

  // The same where the first letters may be wrong.
  async meantElsewhere(word) {
    const others = beginningsNear(word, await this.beginnings());
    const files = [...new Map(others.map(other => [this.fileOf(other), other])).values()];
    const elsewhere = await Promise.all(files.map(other => this.beginning(other)));
    const alike = elsewhere.flatMap(one => [...one.formsOf])
      .filter(([stem, forms]) => forms.some(form => others.includes(listed(form))));
    const known = { formsOf: new Map(alike) };
    return guess(known, nearest(word, known));
  }

  // Pages for a query, best first: { ids, forms to mark, phrases that a page has to have, guesses:
  // what was looked for in place of words that nothing has, isTooCommon }.
  async search(query, filters) {
    const { phrases, words } = parsed(query);
    const asked = words.filter(word => !this.common.has(word));
    const meanings = await Promise.all(asked.map(word => this.meant(word)));
    const musts = await Promise.all([
      ...filters.map(filter => this.pagesWith(filter)),
      ...phrases.map(phrase => this.pagesWithPhrase(phrase)),
    ]);
    const scores = await this.scores(meanings);
    const isTooCommon = words.length > 0 && asked.length === 0 && musts.length === 0;
    return {
      ids: ranked(meanings.length ? scores : musts[0] || new Map(), musts),
      forms: new Set(meanings.flatMap(meaning => meaning.forms)),
      phrases,
      guesses: asked.map((word, i) => ({ word, words: meanings[i].guesses })).filter(guess => guess.words),
      isTooCommon,
    };
  }

  // Rare words count more; a page counts for as much of the question as it answers.
  async scores(meanings) {
    const scores = new Map();
    let all = 0;
    const known = meanings.filter(meaning => meaning.stems.length);
    const having = await Promise.all(
      known.map(({ stems }) => Promise.all(stems.map(stem => this.pagesWith(stem)))));
    for (const [i, { worth }] of known.entries()) {
      const best = new Map();
      for (const pages of having[i]) {
        pages.forEach((weight, id) => best.set(id, Math.max(weight, best.get(id) || 0)));
      }
      const rarity = Math.log(1 + (this.shards * PAGES_IN_A_SHARD) / (1 + best.size));
      all += rarity;
      best.forEach((weight, id) => {
        const score = scores.get(id) || { sum: 0, share: 0 };
        score.sum += rarity * worth * WORTH[weight];
        score.share += rarity;
        scores.set(id, score);
      });
    }
    const listed = new Map();
    scores.forEach((score, id) => {
      const share = score.share / all;
      if (share >= LEAST_SHARE) { listed.set(id, score.sum * share * share); }
    });
    return listed;
  }

  // Pages that may have a phrase: nearly all that don't are kept out, the others show in their text.
  async pagesWithPhrase(phrase) {
    const asked = phrase.filter(word => !this.common.has(word));
    const meanings = await Promise.all(asked.map(word => this.meant(word)));
    if (meanings.some(meaning => meaning.worth < 1)) { return new Map(); }
    const stems = meanings.map(meaning => meaning.stems[0]);
    const parts = await Promise.all([
      ...(stems.length > 1 ? [this.pagesWithPair(stems[0] + " " + stems[1])] : []),
      ...(stems.length > 2 ? stems.slice(2, 4) : stems).map(stem => this.pagesWith(stem)),
    ]);
    return parts.length ? new Map([...parts[0]].filter(([id]) => parts.every(part => part.has(id)))) : new Map();
  }
}

// Where in a file of words their stems end and the pages begin: at an empty line.
function endOfStems(text) {
  return text.startsWith("\n") ? 0 : text.indexOf("\n\n") + 1;
}

// The pages of a file, from some place on, that have a code, with its weight. A digit before a
// page's name says how many letters it shares with the name above.
function rowsWith(text, start, wanted) {
  const pages = new Map();
  let id = "";
  let found = text.indexOf(wanted, start);
  for (let at = start; found >= 0; ) {
    const end = text.indexOf("\n", at);
    const isDigit = text.charCodeAt(at) <= NINE;
    let last = at;
    while (text.charCodeAt(last) <= NINE || text.charCodeAt(last) >= SMALL_A) { last++; }
    id = isDigit ? id.slice(0, Number(text[at])) + text.slice(at + 1, last) : text.slice(at, last);
    if (found < end) {
      const weight = Number(text[found + wanted.length]);
      pages.set(id, weight > 1 ? weight : 1);
      found = text.indexOf(wanted, end);
    }
    at = end + 1;
  }
  return pages;
}

// Of some words each form's stem, each stem's forms, and how forms end.
function decoded(text) {
  const stemOf = new Map();
  const formsOf = new Map();
  const endings = new Set();
  let before = "";
  for (const line of text.split("\n")) {
    if (!line) { continue; }
    const [first, ...others] = line.split(" ");
    const stem = before.slice(0, parseInt(first[0], 36)) + first.slice(1);
    const forms = formsIn(stem, others);
    forms.forEach(form => stemOf.set(form, stem));
    forms.filter(form => form.startsWith(stem)).forEach(form => endings.add(form.slice(stem.length)));
    formsOf.set(stem, forms);
    before = stem;
  }
  return { stemOf, formsOf, endings };
}

function formsIn(stem, coded) {
  return coded.map(form => stem.slice(0, parseInt(form[0], 36)) + form.slice(1));
}

function isNumber(word) {
  return /^\p{Nd}/u.test(word);
}

// What stands in the list of beginnings for a word.
function listed(word) {
  return word.slice(0, LISTED).padEnd(LISTED, "-");
}

// Known beginnings that are one letter away from a word's own, in the letters that choose a file.
function beginningsNear(word, known) {
  const letters = new Set([...known.keys()].join(""));
  const near = new Set();
  for (let i = 0; i < BEGINNING; i++) {
    const before = word.slice(0, i);
    const after = word.slice(i + 1);
    near.add(before + after);
    near.add(before + after.slice(0, 1) + word.slice(i, i + 1) + after.slice(1));
    letters.forEach(letter => near.add(before + letter + after).add(before + letter + word.slice(i)));
  }
  return [...new Set([...near].map(listed))].filter(other => isKnown(other, known));
}

function isKnown(beginning, known) {
  const wanted = beginning.slice(BEGINNING);
  const rests = known.get(beginning.slice(0, BEGINNING)) || "";
  for (let at = 0; at < rests.length; at += wanted.length) {
    if (rests.startsWith(wanted, at)) { return true; }
  }
  return false;
}

function meaning(known, stems, worth) {
  const different = [...new Set(stems)];
  return { stems: different, forms: different.flatMap(stem => known.formsOf.get(stem)), worth };
}

function guess(known, near) {
  return { ...meaning(known, [...near.keys()], NEAR), guesses: [...near.values()] };
}

// What a word means by words that go on after it or end otherwise; nothing where there are none.
function relatedTo(word, known) {
  let longest = 0;
  let related = [];
  for (const [stem, forms] of known.formsOf) {
    for (const other of [stem, ...forms]) {
      let shared = 0;
      while (shared < other.length && other[shared] === word[shared]) { shared++; }
      const goesOn = shared === word.length;
      const endsOtherwise = other.length - shared <= 1 && known.endings.has(word.slice(shared));
      if (shared >= BEGINNING && (goesOn || endsOtherwise) && shared >= longest) {
        related = shared > longest ? [stem] : [...related, stem];
        longest = shared;
      }
    }
  }
  const stems = [...new Set(related)].slice(0, MOST_RELATED);
  return stems.length ? meaning(known, [...stems, ...nearest(word, known, 1).keys()], RELATED) : null;
}

// The stems that have a form spelled nearly so, with that form.
function nearest(word, known, most = 2) {
  let limit = Math.min(most, word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
  let found = new Map();
  for (const [stem, forms] of known.formsOf) {
    for (const other of [...forms, stem]) {
      const far = distance(word, other, limit);
      if (far < limit) { found = new Map(); }
      if (far <= limit && far > 0) {
        limit = far;
        found.set(stem, forms.includes(other) ? other : forms[0]);
      }
    }
  }
  return new Map([...found].slice(0, MOST_RELATED));
}

// The longest stem that a word begins with, as "complaints" does with that of "complained".
function longestIn(word, known) {
  const begun = [...known.formsOf.keys()].filter(stem => stem.length >= LEAST_BEGUN && word.startsWith(stem));
  if (!begun.length) { return null; }
  const longest = begun.reduce((one, other) => other.length > one.length ? other : one);
  return new Map([[longest, known.formsOf.get(longest)[0]]]);
}

// The best first; of equal ones the newer.
function ranked(scores, musts) {
  return [...scores]
    .filter(([id]) => musts.every(must => must.has(id)))
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}
