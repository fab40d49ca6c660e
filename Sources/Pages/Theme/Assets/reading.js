/**
 * Comforts of reading: colours, contents that follow, links to headings, previews, larger pictures, keys, overdue reviews.
 *
 * Each part works alone, and pages are complete without any.
 */
(() => {
  'use strict';

  const { words, fill, element, announce, today, copyButton } = window.waymark;
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

  // MARK: Previews

  const preview = element('div', { className: 'preview', id: 'page:preview', role: 'tooltip', hidden: true });
  let shownFor = null;
  let timer = 0;
  const pages = new Map();

  function hidePreview() {
    clearTimeout(timer);
    if (!shownFor) return;
    shownFor.removeAttribute('aria-describedby');
    shownFor = null;
    preview.hidden = true;
  }

  /** The page of another note; each is fetched once. */
  function pageAt(address) {
    if (!pages.has(address)) {
      pages.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : ''))
        .then((text) => new DOMParser().parseFromString(text, 'text/html'), () => null));
    }
    return pages.get(address);
  }

  /** What there is to see of a link's target before going there: heading and beginning, as text. */
  async function summary(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (link.pathname === location.pathname) {
      const note = link.matches('[role="doc-noteref"]') && document.getElementById(id);
      if (!note) return null;
      const copy = note.cloneNode(true);
      for (const back of copy.querySelectorAll('[role="doc-backlink"]')) back.remove();
      return { title: '', text: copy.textContent.trim() };
    }
    const page = await pageAt(link.href.split('#')[0]);
    if (!page?.querySelector('main h1')) return null;
    const heading = id && page.getElementById(id);
    const first = heading ? heading.nextElementSibling : null;
    const description = page.querySelector('meta[name="description"]')?.content ?? '';
    return {
      title: (heading && /^H[1-6]$/.test(heading.tagName) ? heading : page.querySelector('main h1')).textContent.trim(),
      text: (first?.matches('p, ul, ol') ? first.textContent : description).trim(),
    };
  }

  const LONGEST = 280;
  const shorten = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : text);

  async function showPreview(link) {
    const found = await summary(link);
    if (!found || !link.isConnected || !link.matches(':hover, :focus')) return;
    hidePreview();
    preview.replaceChildren(
      ...(found.title ? [element('strong', {}, found.title)] : []), element('p', {}, shorten(found.text)));
    preview.hidden = false;
    shownFor = link;
    link.setAttribute('aria-describedby', preview.id);
    const [box, own] = [link.getBoundingClientRect(), preview.getBoundingClientRect()];
    const left = Math.max(8, Math.min(box.left, root.clientWidth - own.width - 8));
    const isAbove = box.bottom + own.height + 8 > innerHeight && box.top > own.height + 8;
    preview.style.left = `${left + scrollX}px`;
    preview.style.top = `${(isAbove ? box.top - own.height - 4 : box.bottom + 4) + scrollY}px`;
  }

  /** Whether a link leads to another page of the site, or to a footnote. From disk no page can be fetched. */
  function hasPreview(link) {
    if (link.matches('[role="doc-noteref"]')) return true;
    return location.protocol !== 'file:' && link.origin === location.origin && link.pathname !== location.pathname
      && link.matches('.body a, .related a, .backlinks a') && !link.matches('[rel~="tag"]') && /(\/|\.html)$/.test(link.pathname);
  }

  if (matchMedia('(hover: hover)').matches) {
    document.body.append(preview);
    const ask = ({ target }) => {
      const link = target.closest?.('main a[href]');
      if (!link || link === shownFor || !hasPreview(link)) return;
      clearTimeout(timer);
      timer = setTimeout(() => showPreview(link), 350);
    };
    document.addEventListener('pointerover', ask);
    document.addEventListener('focusin', ask);
    // It stays while the pointer is over it (WCAG 1.4.13).
    document.addEventListener('pointerout', ({ target, relatedTarget }) => {
      if (!target.closest?.('main a[href], .preview')) return;
      clearTimeout(timer);
      if (!relatedTarget?.closest?.('.preview') && relatedTarget?.closest?.('a') !== shownFor) {
        timer = setTimeout(hidePreview, 150);
      }
    });
    preview.addEventListener('pointerenter', () => clearTimeout(timer));
    document.addEventListener('focusout', hidePreview);
    document.addEventListener('click', hidePreview);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hidePreview());
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
      button.addEventListener('click', () => {
        const dialog = element('dialog', { className: 'zoomed', 'aria-label': picture.alt || words.picture },
          element('button', { type: 'button', className: 'close', lang: words.language, 'aria-label': words.close }, '×'),
          element('img', { src: picture.currentSrc || picture.src, alt: picture.alt }));
        dialog.addEventListener('click', () => dialog.close());
        dialog.addEventListener('close', () => dialog.remove());
        document.body.append(dialog);
        dialog.showModal();
      });
    };
    if (picture.complete) offer();
    else picture.addEventListener('load', offer, { once: true });
  }

  // MARK: Keys

  const KEYS = [
    ['/', words.keySearch], ['Ctrl K', words.keySearch], ['t', words.keyTags], ['h', words.keyHome],
    ['p', words.keyPrevious], ['n', words.keyNext], ['?', words.keyHelp],
  ];

  function showKeys() {
    const box = element('input', { type: 'checkbox', checked: root.dataset.keys !== 'off' });
    box.addEventListener('change', () => {
      root.dataset.keys = box.checked ? '' : 'off';
      kept.set('keys', root.dataset.keys);
    });
    const close = element('button', { type: 'button' }, words.close);
    const list = element('dl', {}, ...KEYS.flatMap(([key, what]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)]));
    const dialog = element('dialog', { className: 'keys', lang: words.language, 'aria-label': words.keys }, element('h2', {}, words.keys), list,
      element('label', {}, box, ` ${words.singleKeys}`), close);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  const goTo = (selector) => document.querySelector(selector)?.click();
  const ACTIONS = {
    t: () => location.assign(document.querySelector('.search-button')?.dataset.tags ?? ''),
    h: () => goTo('.site-title'),
    p: () => goTo('.pager [rel="prev"]'),
    n: () => goTo('.pager [rel="next"]'),
  };

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable], dialog, .wizard')) return;
    if (event.key === '?') showKeys();
    else if (Object.hasOwn(ACTIONS, event.key) && root.dataset.keys !== 'off') ACTIONS[event.key]();
  });

  // MARK: Reviews

  for (const mark of document.querySelectorAll('[data-due]')) {
    if (mark.dataset.due >= today()) continue;
    mark.hidden = false;
    mark.classList.add('overdue');
  }
})();
