'use strict';
/* Opens search, and loads what it takes when it is asked for first. Without a script the button is a link. */
(() => {
  const button = document.querySelector('.search-button');
  if (!button) return;
  let asked;
  const start = then => {
    asked ??= Promise.all(button.dataset.scripts.split(' ').map(address => new Promise((resolve, reject) => {
      const script = document.createElement('script');
      // In their order.
      script.async = false;
      script.src = address;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    })));
    asked.then(then, () => { location.href = button.href; });
  };
  const open = () => start(() => window.waymark.search.open());
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button.addEventListener('pointerenter', () => start(() => {}), { once: true });
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
  if (document.documentElement.dataset.page === 'search') start(() => {});
})();
