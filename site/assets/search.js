// The page to search on: reads the form, shows results. Without this the page lists its subjects.

import { SearchIndex } from "./search-index.js";
import { hasPhrases, marked, passage, read } from "./search-passage.js";

const AT_ONCE = 10;
const MOST_GUESSES = 3;
// Of so many it is found out what they say before the others are asked for.
const FIRST = 3;
const QUOTED = /["“”]/;
const FILTERS = ["kind", "assumption", "topic"];

const form = document.getElementById("search-form");
const found = document.getElementById("search-found");
const count = document.getElementById("search-count");
const results = document.getElementById("search-results");
const more = document.getElementById("search-more");
const words = form.dataset;
const title = document.title;
const tree = new URL("../", import.meta.url).href;
const index = new SearchIndex(tree + "search/", words);
const texts = new Map();

// The question that is being answered; answers to earlier ones are dropped.
let asked = 0;

// The latest question with its answer, which is often there before it is asked for.
let latest = {};

// What was typed last.
let typed = "";

function said(text, value, second) {
  return text.split("%s").reduce((before, after, i) => before + (i === 1 ? value : second) + after);
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) { made.className = className; }
  made.append(...content);
  return made;
}

function kindOf(page) {
  return [...form.elements.kind.options].find(option => option.value === page.kind).textContent;
}

function entry(page, answer, text) {
  const link = element("a", "", marked(page.title, answer.forms, answer.phrases));
  link.href = tree + page.url;
  const facts = [kindOf(page), page.date, page.sprint ? said(words.sprint, page.sprint) : ""];
  return element("li", "entry",
    element("h2", "entry__title", link),
    element("p", "entry__facts", facts.filter(fact => fact).join(" · ")),
    text);
}

// Shows some more results in their order, each as soon as it is there. Their passages come from the
// pages themselves, into room that is kept for them, when all are shown. What is to have a phrase is
// read before it is shown.
async function show(answer) {
  const mine = asked;
  const last = results.children.length + AT_ONCE;
  const filled = [];
  while (answer.next < answer.ids.length && results.children.length < last) {
    const most = answer.phrases.length || !results.children.length ? FIRST : AT_ONCE;
    const wanted = Math.min(most, last - results.children.length);
    const ids = answer.ids.slice(answer.next, answer.next + wanted);
    answer.next += ids.length;
    const pages = ids.map(id => index.page(id));
    const texts = answer.phrases.length ? pages.map(page => page.then(text)) : [];
    const all = Promise.all([...pages, ...texts]);
    all.catch(() => { /* said where each is waited for */ });
    for (let i = 0; i < pages.length; i++) {
      const page = await pages[i];
      const known = await texts[i];
      if (mine !== asked) { return; }
      if (known && !hasPhrases(known.all, answer.phrases)) { answer.dropped++; continue; }
      const place = element("p", "entry__text entry__text--found");
      results.append(entry(page, answer, place));
      filled.push(() => (texts[i] || text(page)).then(it => {
        if (it) { place.append(passage(it.blocks, answer.forms, answer.phrases)); }
      }));
    }
  }
  filled.forEach(fill => fill());
  more.hidden = answer.next >= answer.ids.length;
}

// What a page says, read once. A page that cannot be read has no passage.
function text(page) {
  if (!texts.has(page.url)) { texts.set(page.url, read(tree + page.url).catch(() => null)); }
  return texts.get(page.url);
}

function counted(answer) {
  const sum = answer.ids.length - answer.dropped;
  if (answer.isTooCommon) { return words.tooCommon; }
  if (sum === 0) { return words.none; }
  const isSure = !answer.phrases.length || answer.next >= answer.ids.length;
  const guesses = answer.guesses.map(({ word, words: known }) => known.length
    ? said(words.instead, word, known.slice(0, MOST_GUESSES).join(", "))
    : said(words.unknown, word));
  return [said(sum === 1 ? words.one : isSure ? words.many : words.about, sum), ...guesses].join(" ");
}

// The answer to a question, looked up once while it stays the same.
function looked(query, filters) {
  const question = [query.trim(), ...filters].join("\n");
  if (latest.question !== question) {
    const answer = index.search(query, filters);
    latest = { question, answer };
    answer.catch(() => { if (latest.answer === answer) { latest = {}; } });
  }
  return latest.answer;
}

// Answers a question before it is sent, with what the first results say, if it was pasted or all its
// words are known. So the beginning of a word costs no more than the file that the word needs. How
// words begin is fetched beside it, for one that is misspelled; a phrase needs other files instead.
async function ahead() {
  const query = form.elements.q.value;
  const isPasted = query.length - typed.length > 1;
  typed = query;
  if (!query.trim()) { return; }
  if (!QUOTED.test(query)) {
    index.beginnings().catch(() => { /* said when they are needed */ });
  }
  const isKnown = await index.knows(query);
  if (query !== form.elements.q.value || !isKnown && !isPasted) { return; }
  const answer = await looked(query, filters());
  const pages = await Promise.all(answer.ids.slice(0, FIRST).map(id => index.page(id)));
  if (answer.phrases.length) { pages.forEach(text); }
}

async function answerTo(query, filters) {
  const mine = ++asked;
  results.replaceChildren();
  count.textContent = "";
  more.hidden = true;
  if (!query.trim() && !filters.length) {
    found.hidden = true;
    document.title = title;
    return;
  }
  found.hidden = false;
  if (query.trim()) { document.title = query.trim() + " – " + title; }
  try {
    const answer = { ...await looked(query, filters), next: 0, dropped: 0 };
    if (mine !== asked) { return; }
    await show(answer);
    if (mine !== asked) { return; }
    count.textContent = counted(answer);
    more.onclick = async () => {
      const last = results.children.length;
      await show(answer);
      count.textContent = counted(answer);
      results.children[last]?.querySelector("a").focus();
    };
  } catch (failure) {
    if (mine === asked) { count.textContent = words.failed; }
    throw failure;
  }
}

function fromAddress() {
  const wanted = new URLSearchParams(location.search);
  form.elements.q.value = wanted.get("q") || "";
  FILTERS.filter(name => form.elements[name]).forEach(name => {
    form.elements[name].value = wanted.get(name) || "";
  });
  run();
}

function filters() {
  return FILTERS.filter(name => form.elements[name]?.value)
    .map(name => name + ":" + form.elements[name].value);
}

function run() {
  typed = form.elements.q.value;
  return answerTo(typed, filters());
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const wanted = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", String(wanted) ? "?" + wanted : location.pathname);
  run();
});
form.elements.q.addEventListener("input", () => {
  ahead().catch(() => { /* said when it is asked for */ });
});
window.addEventListener("popstate", fromAddress);
form.hidden = false;
fromAddress();
