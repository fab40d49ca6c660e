'use strict';
/* Opens search, and loads what it takes when it is asked for first. Without a script the button is a link. */
(() => {
  const button = document.querySelector('.search-button');
  if (!button) return;
  let asked;
  const load = () => asked ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = button.dataset.script;
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  const prepare = () => load().catch(() => { /* Whoever opens it is told. */ });
  const open = () => load().then(() => window.waymark.search.open(), () => { location.href = button.href; });
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button.addEventListener('pointerenter', prepare, { once: true });
  button.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener('keydown', event => {
    const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]');
    const isSlash = event.key === '/' && document.documentElement.dataset.keys !== 'off' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isLetter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isLetter) return;
    event.preventDefault();
    open();
  });
  if (document.documentElement.dataset.page === 'search') prepare();
})();
