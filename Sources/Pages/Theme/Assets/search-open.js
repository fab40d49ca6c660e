/** Opens search, and loads what it takes when it is asked for first. Without a script the button is a link. */
(() => {
  'use strict';

  const { load, isTyping } = window.waymark;
  const button = document.querySelector('.search-button');
  const prepare = () => load('search').catch(() => { /* Whoever opens it is told. */ });
  const open = () => load('search').then(() => window.waymark.search.open(), () => { location.href = button.href; });
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button.addEventListener('pointerenter', prepare, { once: true });
  button.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && document.documentElement.dataset.keys !== 'off' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isLetter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isLetter) return;
    event.preventDefault();
    open();
  });
  if (document.documentElement.dataset.page === 'search') prepare();
})();
