// Looks words up in the search index of a tree. How its files are made: SearchIndex.java.

const WORD_CODE = 4;
const PAIR_CODE = 2;
const PAGES_IN_A_SHARD = 10;
const PAIRS = 8;
const BEGINNING = 3;

// By weight: a word that stands somewhere in a page, often or in its description, in its title.
const WORTH = [0, 1, 2.5, 6];

// How much a word counts that is not the very one that was typed.
const RELATED = 0.8;
const NEAR = 0.5;
const MOST_RELATED = 12;

// First letters that are taken for each other, by ear or by eye.
const ALIKE = ["aeiouyh", "cksqz", "fpv", "gj", "bdpt", "kmn", "rw"];

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
  constructor(folder, { shards, letters, common }) {
    this.folder = folder;
    this.shards = Number(shards);
    this.files = letters.split(" ");
    this.common = new Set(common.split(" "));
    this.texts = new Map();
    this.letters = new Map();
    this.endings = new Set();
  }

  // A file that is not there has nothing in it.
  text(path) {
    if (!this.texts.has(path)) {
      this.texts.set(path, fetch(this.folder + path).then(answer => {
        if (answer.ok) { return answer.text(); }
        if (answer.status === 404) { return ""; }
        throw new Error(path + ": " + answer.status);
      }));
    }
    return this.texts.get(path);
  }

  // Fetches what a question will need while it is still being typed.
  async prepare(query) {
    await Promise.all(words(query).filter(word => !this.common.has(word)).map(async word => {
      const known = await this.known(word);
      return known && this.pagesWith(known.stem);
    }));
  }

  // Which pages have a word or belong to something, newest first, and how much.
  async pagesWith(term, family = "words") {
    const shards = family === "words" ? this.shards : Math.max(1, this.shards / PAIRS);
    const hashed = family === "words" ? termHash(term) : hash(term);
    const wanted = code(hashed, family === "words" ? WORD_CODE : PAIR_CODE);
    const text = await this.text(family + "/" + (hashed & (shards - 1)) + ".txt");
    const pages = new Map();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const row = text.lastIndexOf("\n", at) + 1;
      const weight = Number(text[at + wanted.length]);
      pages.set(text.slice(row, row + 5), weight > 1 ? weight : 1);
    }
    return pages;
  }

  // Asks for the pages with a word together with its forms, not after them: of a word that is spelled
  // as usual both will be needed. Should that fail, it is said where they are waited for.
  ahead(word) {
    this.text("words/" + (termHash(word) & (this.shards - 1)) + ".txt").catch(() => {});
  }

  // What results say of a page.
  async page(id) {
    const text = await this.text("pages/" + (hash(id) & (this.shards - 1)) + ".json");
    return JSON.parse(text)[id];
  }

  async formsWith(letter) {
    return this.files.includes(letter) ? this.text("forms/" + letter + ".txt") : "";
  }

  // The stem of a word and its forms, without taking all the others apart: most words that are asked
  // for are there as they are typed.
  async known(word) {
    const text = await this.formsWith(letterOf(word));
    let stem = "";
    for (let at = 0; at < text.length;) {
      const end = text.indexOf("\n", at);
      const line = text.slice(at, end);
      stem = stem.slice(0, parseInt(line[0], 36)) + line.slice(1, line.indexOf(" "));
      if (stem.slice(0, BEGINNING) === word.slice(0, BEGINNING)) {
        const forms = formsIn(stem, line.split(" ").slice(1));
        if (forms.includes(word)) { return { stem, forms }; }
      }
      at = end + 1;
    }
    return null;
  }

  // The words that begin with a letter: each form's stem, and each stem's forms.
  async letter(letter) {
    if (!this.letters.has(letter)) {
      this.letters.set(letter, this.formsWith(letter).then(text => this.decoded(text)));
    }
    return this.letters.get(letter);
  }

  decoded(text) {
    const stemOf = new Map();
    const formsOf = new Map();
    let before = "";
    for (const line of text.split("\n")) {
      if (!line) { continue; }
      const [first, ...others] = line.split(" ");
      const stem = before.slice(0, parseInt(first[0], 36)) + first.slice(1);
      const forms = formsIn(stem, others);
      forms.forEach(form => stemOf.set(form, stem));
      forms.filter(form => form.startsWith(stem)).forEach(form => this.endings.add(form.slice(stem.length)));
      formsOf.set(stem, forms);
      before = stem;
    }
    return { stemOf, formsOf };
  }

  // The stems that a typed word may mean: its own, else those of words that end otherwise or go on,
  // else, as a guess, of those that are spelled nearly so.
  async meant(word) {
    if (/^\p{Nd}/u.test(word)) { return { stems: [word], forms: [word], worth: 1 }; }
    const known = await this.known(word);
    if (known) { return { stems: [known.stem], forms: known.forms, worth: 1 }; }
    const own = await this.letter(letterOf(word));
    if (own.stemOf.has(word)) { return meaning(own, [own.stemOf.get(word)], 1); }
    const related = this.related(word, own);
    if (related.length) { return meaning(own, [...related, ...nearest(word, own, 1).keys()], RELATED); }
    const near = nearest(word, own);
    return near.size ? guess(own, near) : this.meantElsewhere(word);
  }

  // The same of words that begin with other letters, of which only likely ones are looked through.
  async meantElsewhere(word) {
    const likely = word.slice(1, 2) + ALIKE.filter(group => group.includes(word[0])).join("");
    const letters = await Promise.all([...new Set(likely)].map(letter => this.letter(letter)));
    const all = { formsOf: new Map(letters.flatMap(letter => [...letter.formsOf])) };
    return guess(all, nearest(word, all));
  }

  related(word, own) {
    let longest = 0;
    let related = [];
    for (const [stem, forms] of own.formsOf) {
      for (const known of [stem, ...forms]) {
        let shared = 0;
        while (shared < known.length && known[shared] === word[shared]) { shared++; }
        const goesOn = shared === word.length;
        const endsOtherwise = known.length - shared <= 1 && this.endings.has(word.slice(shared));
        if (shared >= 3 && (goesOn || endsOtherwise) && shared >= longest) {
          related = shared > longest ? [stem] : [...related, stem];
          longest = shared;
        }
      }
    }
    return [...new Set(related)].slice(0, MOST_RELATED);
  }

  // Pages for a query, best first: { ids, forms to mark, phrases that a page has to have, guesses:
  // what was looked for in place of words that nothing has, isTooCommon }.
  async search(query, filters) {
    const { phrases, words } = parsed(query);
    const asked = words.filter(word => !this.common.has(word));
    asked.forEach(word => this.ahead(word));
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
    const stems = [];
    for (const word of phrase.filter(word => !this.common.has(word))) {
      const meaning = await this.meant(word);
      if (meaning.worth < 1) { return new Map(); }
      stems.push(meaning.stems[0]);
    }
    const parts = await Promise.all([
      ...(stems.length > 1 ? [this.pagesWith(stems[0] + " " + stems[1], "pairs")] : []),
      ...(stems.length > 2 ? stems.slice(2, 4) : stems).map(stem => this.pagesWith(stem)),
    ]);
    return parts.length ? new Map([...parts[0]].filter(([id]) => parts.every(part => part.has(id)))) : new Map();
  }
}

function formsIn(stem, coded) {
  return coded.map(form => stem.slice(0, parseInt(form[0], 36)) + form.slice(1));
}

function letterOf(word) {
  return /^[a-z]/.test(word) ? word[0] : "other";
}

function meaning(letter, stems, worth) {
  const different = [...new Set(stems)];
  return { stems: different, forms: different.flatMap(stem => letter.formsOf.get(stem)), worth };
}

function guess(letter, near) {
  return { ...meaning(letter, [...near.keys()], NEAR), guesses: [...near.values()] };
}

// The stems that have a form spelled nearly so, with that form.
function nearest(word, letter, most = 2) {
  let limit = Math.min(most, word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
  let found = new Map();
  for (const [stem, forms] of letter.formsOf) {
    for (const known of [...forms, stem]) {
      const far = distance(word, known, limit);
      if (far < limit) { found = new Map(); }
      if (far <= limit && far > 0) {
        limit = far;
        found.set(stem, forms.includes(known) ? known : forms[0]);
      }
    }
  }
  return new Map([...found].slice(0, MOST_RELATED));
}

// The best first; of equal ones the newer.
function ranked(scores, musts) {
  return [...scores]
    .filter(([id]) => musts.every(must => must.has(id)))
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}
