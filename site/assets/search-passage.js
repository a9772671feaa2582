// Finds words in a finished page and marks them. Texts become text nodes only, never HTML.

import { folded } from "./search-index.js";

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const BLOCKS = "p, li, dt, dd, td, th, h2, h3, h4, blockquote, pre, caption";
const BESIDES = "nav, aside, header, figcaption, .related, .facts, .illustrative";
const BEFORE = 8;
const LONGEST = 34;

// What a page says: all of it, and block by block what is its own text. The page is parsed, not
// shown: nothing in it runs or loads.
export async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) { throw new Error(address + ": " + answer.status); }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  const description = page.querySelector("meta[name=description]")?.content || "";
  main.querySelectorAll("h1, " + BLOCKS).forEach(block => block.append(" "));
  const all = description + " " + main.textContent;
  main.querySelectorAll(BESIDES).forEach(element => element.remove());
  const blocks = [...main.querySelectorAll(BLOCKS)]
    .filter(block => !block.querySelector(BLOCKS))
    .map(block => block.textContent.replace(/\s+/g, " ").trim());
  return { all, blocks };
}

// The words of a text with their places, as the index has them.
function tokens(text) {
  return [...text.matchAll(WORD)].map(match =>
    ({ word: folded(match[0]), start: match.index, end: match.index + match[0].length }));
}

// Which words of a text are to be marked: those wanted, and all of each phrase.
function marks(found, forms, phrases) {
  const marked = found.map(token => forms.has(token.word));
  for (const phrase of phrases) {
    for (let i = 0; i + phrase.length <= found.length; i++) {
      if (phrase.every((word, j) => found[i + j].word === word)) { marked.fill(true, i, i + phrase.length); }
    }
  }
  return marked;
}

export function hasPhrases(text, phrases) {
  const all = " " + tokens(text).map(token => token.word).join(" ") + " ";
  return phrases.every(phrase => all.includes(" " + phrase.join(" ") + " "));
}

// A text as nodes, with <mark> around what was looked for.
export function marked(text, forms, phrases, from = 0, to = text.length) {
  const nodes = document.createDocumentFragment();
  const found = tokens(text);
  const isMarked = marks(found, forms, phrases);
  let at = from;
  found.forEach((token, i) => {
    if (!isMarked[i] || token.start < from || token.end > to) { return; }
    const isContinued = isMarked[i - 1] && nodes.lastChild && nodes.lastChild.nodeName === "MARK";
    if (isContinued) {
      nodes.lastChild.append(text.slice(at, token.end));
    } else {
      const mark = document.createElement("mark");
      mark.append(text.slice(token.start, token.end));
      nodes.append(text.slice(at, token.start), mark);
    }
    at = token.end;
  });
  nodes.append(text.slice(at, to));
  return nodes;
}

// The part of a page that has most of what was looked for.
export function passage(blocks, forms, phrases) {
  let best = { score: -1 };
  blocks.forEach(text => {
    const found = tokens(text);
    const isMarked = marks(found, forms, phrases);
    for (let i = 0; i < found.length; i++) {
      if (i > 0 && !isMarked[i]) { continue; }
      const inside = found.slice(i, i + LONGEST - BEFORE).filter((token, j) => isMarked[i + j]);
      const score = new Set(inside.map(token => token.word)).size + Math.min(found.length, LONGEST) / 1000;
      if (score > best.score) { best = { score, text, found, first: Math.max(0, i - BEFORE) }; }
    }
  });
  if (!best.text) { return document.createDocumentFragment(); }
  const last = Math.min(best.found.length, best.first + LONGEST) - 1;
  const isBegun = best.first > 0;
  const isCut = last < best.found.length - 1;
  const nodes = marked(best.text, forms, phrases,
    isBegun ? best.found[best.first].start : 0, isCut ? best.found[last].end : best.text.length);
  if (isBegun) { nodes.prepend("… "); }
  if (isCut) { nodes.append(" …"); }
  return nodes;
}
