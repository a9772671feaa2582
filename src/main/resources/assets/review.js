// Counts down until an edition is published. Its time is the server's; a browser's clock may be wrong.
for (const left of document.querySelectorAll('[data-seconds-left]')) {
  const end = performance.now() + 1000 * left.dataset.secondsLeft;
  const parts = seconds => [
    [Math.floor(seconds / 86400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const words = seconds => parts(seconds)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
  const timer = setInterval(() => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    left.textContent = seconds > 0 ? words(seconds) : 'a moment';
    if (seconds <= 0) {
      clearInterval(timer);
    }
  }, 1000);
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
const choice = document.querySelector('[data-shortcuts]');
if (choice) {
  const box = choice.querySelector('input');
  const name = 'fortnight-single-keys';
  box.checked = localStorage.getItem(name) === 'on';
  choice.hidden = false;
  box.addEventListener('change', () => localStorage.setItem(name, box.checked ? 'on' : 'off'));
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
    const isWriting = event.target.closest('textarea, select, input:not([type=checkbox])');
    if (!box.checked || isWriting || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
