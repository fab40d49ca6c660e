/* What the reader chose, set before anything is drawn: colours, where they are not the system's, and single keys off. Also that
   there are scripts, so that room is kept for what they add. */
(() => {
  'use strict';
  document.documentElement.dataset.script = '';
  try {
    const scheme = localStorage.getItem('waymark:scheme');
    if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
    if (localStorage.getItem('waymark:keys') === 'off') document.documentElement.dataset.keys = 'off';
  } catch {
    // Without storage every page begins with the system's colours.
  }
})();
