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
