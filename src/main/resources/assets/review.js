// What the pages do by themselves where scripts run. Without them everything works by loading pages.

// Counts down until an edition is published. Its time is the server's; a browser's clock may be wrong.
const parts = seconds => [
  [Math.floor(seconds / 86400), 'day'],
  [Math.floor(seconds / 3600) % 24, 'hour'],
  [Math.floor(seconds / 60) % 60, 'minute'],
  [seconds % 60, 'second'],
];
const words = seconds => parts(seconds)
  .filter(([count]) => count > 0)
  .map(([count, unit]) => new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit', unit, unitDisplay: 'long',
  }).format(count))
  .join(' ');
const countDown = () => {
  for (const left of document.querySelectorAll('[data-seconds-left]')) {
    const end = performance.now() + 1000 * left.dataset.secondsLeft;
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - performance.now()) / 1000);
      left.textContent = seconds > 0 ? words(seconds) : left.dataset.none;
      if (seconds <= 0 || !left.isConnected) {
        clearInterval(timer);
      }
    }, 1000);
  }
};
countDown();

// What the server is at, and whether the page has become old. Nothing else moves, least of all the focus.
const show = line => {
  const [seen, doing] = line.split(/ (.*)/);
  const live = document.querySelector('[data-progress]');
  if (!live) {
    return;
  }
  const told = live.querySelector('[data-doing]');
  const stale = live.querySelector('[data-stale]');
  const isStale = doing === '' && seen !== live.dataset.progress;
  if (told.textContent !== doing) {
    told.textContent = doing;
  }
  if (stale.hidden === isStale) {
    stale.hidden = !isStale;
  }
};
if (document.querySelector('[data-progress]')) {
  new EventSource('/progress').addEventListener('message', event => show(event.data));
}

// After a decision the next item stands in the place of the last: those who do not see it are told by the focus.
document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.elt.id !== 'main') {
    return;
  }
  countDown();
  offerKeys();
  const start = document.querySelector('#main [role=alert]:not([hidden])') ?? document.querySelector('#main h1');
  start.tabIndex = -1;
  start.focus({preventScroll: true});
});
for (const trouble of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.addEventListener(trouble, () => {
    const told = document.querySelector('[data-trouble]');
    told.setAttribute('role', 'alert');
    told.hidden = false;
    told.textContent = told.dataset.trouble;
    told.scrollIntoView({block: 'nearest'});
  });
}

// Shows how an introduction reads while it is written. Without it a button does the same.
for (const form of document.querySelectorAll('form[data-told]')) {
  const field = form.querySelector('[name=introduction]');
  const here = form.querySelector('[data-told-here]');
  here.setAttribute('aria-live', 'polite');
  let pause;
  let latest = 0;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const asked = ++latest;
      const answer = await fetch(form.dataset.told, {method: 'POST', body: new URLSearchParams(new FormData(form))});
      const shown = answer.ok ? await answer.text() : '';
      if (shown && asked === latest) {
        here.innerHTML = shown;
      }
    }, 600);
  });
}

// Single keys are off until somebody chooses them (WCAG 2.1.4), and never taken from a field.
const choice = 'fortnight-single-keys';
const offerKeys = () => {
  for (const offer of document.querySelectorAll('[data-shortcuts]')) {
    const box = offer.querySelector('input');
    box.checked = localStorage.getItem(choice) === 'on';
    box.addEventListener('change', () => localStorage.setItem(choice, box.checked ? 'on' : 'off'));
    offer.hidden = false;
  }
};
const go = (rel, step) => {
  const link = document.querySelector(`a[rel=${rel}]`);
  if (link) {
    link.click();
    return;
  }
  const items = [...document.querySelectorAll('a[data-item]')];
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step;
  items[next]?.focus();
};
const keys = {
  j: () => go('next', 1),
  k: () => go('prev', -1),
  a: () => document.querySelector('form[action$="/approve"]')?.requestSubmit(),
  h: () => document.getElementById('reason')?.focus(),
};
document.addEventListener('keydown', event => {
  const isChosen = document.querySelector('[data-shortcuts] input')?.checked;
  const isWriting = event.target.closest('textarea, select, input:not([type=checkbox])');
  if (!isChosen || isWriting || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const action = keys[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
offerKeys();
