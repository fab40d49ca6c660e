/**
 * Comforts of reading: colours, contents that follow, links to headings, keys, overdue reviews; and what opens over the page, which
 * `overlay.js` has.
 *
 * Each part works alone, and pages are complete without any.
 */
(() => {
  'use strict';

  const { words, load, fill, element, announce, today, copyButton, isTyping } = window.waymark;
  const root = document.documentElement;

  /** What the browser keeps; without storage the page forgets. */
  const kept = {
    get: (name) => {
      try {
        return localStorage.getItem(`waymark:${name}`);
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      try {
        if (value) localStorage.setItem(`waymark:${name}`, value);
        else localStorage.removeItem(`waymark:${name}`);
      } catch {
        // It holds for this page.
      }
    },
  };

  // MARK: Colours

  const SCHEMES = ['system', 'light', 'dark'];
  const SCHEME_NAMES = { system: words.coloursSystem, light: words.coloursLight, dark: words.coloursDark };
  const switcher = document.querySelector('.scheme-button');

  function showScheme() {
    const scheme = root.dataset.scheme ?? 'system';
    switcher.dataset.scheme = scheme;
    switcher.setAttribute('aria-label', SCHEME_NAMES[scheme]);
    switcher.title = SCHEME_NAMES[scheme];
  }

  switcher.addEventListener('click', () => {
    const next = SCHEMES[(SCHEMES.indexOf(switcher.dataset.scheme) + 1) % SCHEMES.length];
    if (next === 'system') delete root.dataset.scheme;
    else root.dataset.scheme = next;
    kept.set('scheme', next === 'system' ? '' : next);
    showScheme();
    announce(switcher.title);
  });
  showScheme();
  // Another tab of the same site follows.
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'waymark:scheme') return;
    if (newValue) root.dataset.scheme = newValue;
    else delete root.dataset.scheme;
    showScheme();
  });

  // MARK: Headings

  const body = document.querySelector('article .body');

  for (const heading of body?.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)[id]') ?? []) {
    const label = fill(words.copyLinkTo, heading.textContent.trim());
    const address = () => `${location.href.split('#')[0]}#${encodeURIComponent(heading.id)}`;
    heading.append(copyButton('#', address, { className: 'heading-link', 'aria-label': label, title: words.copyLink }));
  }

  const entries = new Map();
  for (const link of document.querySelectorAll('.contents a')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) entries.set(target, link);
  }

  /** Marks the heading that the reader is below. */
  function followContents() {
    const line = innerHeight / 4;
    let current = null;
    for (const [heading, link] of entries) {
      if (heading.getBoundingClientRect().top > line) break;
      current = link;
    }
    // At the end of the page the last headings never reach the line.
    if (innerHeight + scrollY >= root.scrollHeight - 2) current = [...entries.values()].at(-1);
    for (const link of entries.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }

  if (entries.size) {
    let isWaiting = false;
    const follow = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        followContents();
      });
    };
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow);
    followContents();
  }

  // MARK: Maps

  // A map that is larger than its box shows its middle first.
  for (const box of document.querySelectorAll('.network-scroll')) {
    const middle = (box.scrollWidth - box.clientWidth) / 2;
    box.scrollTo(getComputedStyle(box).direction === 'rtl' ? -middle : middle, (box.scrollHeight - box.clientHeight) / 2);
  }

  // MARK: Previews, pictures and keys, once they are asked for

  /** Does something with what opens over the page; where that cannot be loaded, nothing opens. */
  const withOverlay = (use) => load('overlay').then(() => use(window.waymark.overlay), () => {});

  if (matchMedia('(hover: hover)').matches) {
    // The first link that is looked at: for the others it is there.
    const first = ({ target }) => {
      const link = target.closest?.('main a[href]');
      if (!link) return;
      for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, first);
      withOverlay(({ ask }) => ask({ target: link }));
    };
    for (const type of ['pointerover', 'focusin']) document.addEventListener(type, first);
  }

  // MARK: Pages ahead

  const fetched = new Set();
  document.addEventListener('pointerover', ({ target }) => {
    const link = target.closest?.('a[href]');
    if (!link || location.protocol === 'file:' || link.origin !== location.origin || navigator.connection?.saveData) return;
    const address = link.href.split('#')[0];
    if (address === location.href.split('#')[0] || fetched.has(address) || !/(\/|\.html)$/.test(link.pathname)) return;
    fetched.add(address);
    document.head.append(element('link', { rel: 'prefetch', href: address }));
  });

  // MARK: Pictures

  for (const picture of body?.querySelectorAll('img') ?? []) {
    if (picture.closest('a, button')) continue;
    const offer = () => {
      if (picture.naturalWidth < picture.clientWidth * 1.2) return;
      const button = element('button', { type: 'button', className: 'zoom', lang: words.language, 'aria-label': picture.alt ? fill(words.enlarge, picture.alt) : words.enlargeThis });
      picture.replaceWith(button);
      button.append(picture);
      button.addEventListener('click', () => withOverlay(({ enlarge }) => enlarge(picture)));
    };
    if (picture.complete) offer();
    else picture.addEventListener('load', offer, { once: true });
  }

  // MARK: Keys

  const goTo = (selector) => document.querySelector(selector)?.click();
  const ACTIONS = {
    t: () => location.assign(document.querySelector('.search-button')?.dataset.tags ?? ''),
    h: () => goTo('.site-title'),
    p: () => goTo('.pager [rel="prev"]'),
    n: () => goTo('.pager [rel="next"]'),
  };

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || event.target.closest?.('dialog[open], .wizard')) return;
    if (event.key === '?') withOverlay(({ showKeys }) => showKeys(kept));
    else if (Object.hasOwn(ACTIONS, event.key) && root.dataset.keys !== 'off') ACTIONS[event.key]();
  });

  // MARK: Reviews

  for (const mark of document.querySelectorAll('[data-due]')) {
    if (mark.dataset.due >= today()) continue;
    mark.hidden = false;
    // A notice says so by itself, as it does where the day was known when the page was made.
    mark.classList.toggle('overdue', !mark.matches('.notice'));
  }
})();
