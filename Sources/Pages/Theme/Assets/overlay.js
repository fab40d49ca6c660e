/**
 * What opens over a page: previews of links and footnotes, larger pictures, the list of keys.
 *
 * `reading.js` loads it, with its sheet, when a reader turns to the first of them.
 */
(() => {
  'use strict';

  const { element } = window.waymark;
  const { language, overlay: words } = window.waymark.words;
  const root = document.documentElement;

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

  const ask = ({ target }) => {
    const link = target.closest?.('main a[href]');
    if (!link || link === shownFor || !hasPreview(link)) return;
    clearTimeout(timer);
    timer = setTimeout(() => showPreview(link), 350);
  };
  if (matchMedia('(hover: hover)').matches) {
    document.body.append(preview);
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

  // MARK: Pictures

  /** @param {HTMLImageElement} picture */
  function enlarge(picture) {
    if (document.querySelector('.zoomed')) return;
    const dialog = element('dialog', { className: 'zoomed', 'aria-label': picture.alt || words.picture },
      element('button', { type: 'button', className: 'close', lang: language, 'aria-label': words.close }, '×'),
      element('img', { src: picture.currentSrc || picture.src, alt: picture.alt }));
    dialog.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  // MARK: Keys

  const KEYS = [
    ['/', words.keySearch], ['Ctrl K', words.keySearch], ['t', words.keyTags], ['h', words.keyHome],
    ['p', words.keyPrevious], ['n', words.keyNext], ['?', words.keyHelp],
  ];

  /** @param {{set: (name: string, value: string) => void}} kept what the browser keeps */
  function showKeys(kept) {
    if (document.querySelector('.keys')) return;
    const box = element('input', { type: 'checkbox', checked: root.dataset.keys !== 'off' });
    box.addEventListener('change', () => {
      root.dataset.keys = box.checked ? '' : 'off';
      kept.set('keys', root.dataset.keys);
    });
    const close = element('button', { type: 'button' }, words.close);
    const list = element('dl', {}, ...KEYS.flatMap(([key, what]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, what)]));
    const dialog = element('dialog', { className: 'keys', lang: language, 'aria-label': words.keys }, element('h2', {}, words.keys), list,
      element('label', {}, box, ` ${words.singleKeys}`), close);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  window.waymark.overlay = { ask, enlarge, showKeys };
})();
