/**
 * Live preview: tells the server which page is open, and brings the page in line when it hears that there is a new one.
 *
 * It is the first script of the page, so that it sees which listeners the site's own scripts add.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  const events = new URL('events', script.src);
  let tag = script.dataset.tag;
  let seen = '';
  /** @type {EventSource | undefined} */
  let source;
  /** The files that have changed since the page was loaded, each with a number that its address gets. */
  const changed = new Map();

  // MARK: Listening

  /** Listens, unless the page cannot be seen: a browser has few connections, and one that is hidden needs none. */
  function listen() {
    source?.close();
    if (document.hidden) return;
    events.search = new URLSearchParams({ page: pagePath(), tag, seen }).toString();
    source = new EventSource(events);
    source.addEventListener('page', (event) => {
      seen = event.lastEventId;
      if (JSON.parse(event.data).tag !== tag) refresh();
    });
    source.addEventListener('files', (event) => {
      seen = event.lastEventId;
      for (const url of JSON.parse(event.data).urls) changed.set(url, (changed.get(url) ?? 0) + 1);
      showFiles(document);
    });
    source.addEventListener('error', () => {
      // With an address of its own for each try: the page may have changed since the first.
      source.close();
      setTimeout(listen, 500);
    });
  }

  /** The page's address below the site's root. */
  function pagePath() {
    const root = events.pathname.slice(0, -'_waymark/preview/events'.length);
    return decodeURIComponent(location.pathname.slice(root.length - 1));
  }

  // MARK: Swapping

  let isBusy = false;
  /** Whether the page became old again while it was brought in line. */
  let isOldAgain = false;

  /** Gets the page anew and puts it in the place of the one that is shown, until there is none newer. */
  async function refresh() {
    if (isBusy) {
      isOldAgain = true;
      return;
    }
    isBusy = true;
    isOldAgain = false;
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const mark = next.querySelector('script[data-tag]');
      // Something else than a page of the preview, or one that this script does not know how to show.
      if (mark?.src !== script.src) {
        location.reload();
        return;
      }
      if (mark.dataset.tag !== tag) {
        tag = mark.dataset.tag;
        await swap(next);
      }
    } catch {
      // The server has gone; when it is back, it knows by the tag that the page is old.
    } finally {
      isBusy = false;
    }
    if (isOldAgain) refresh();
  }

  /**
   * Shows another document in the place of this one, at the same place, with the same details and dialogs open.
   * @param {Document} next
   */
  async function swap(next) {
    showFiles(next);
    await swapStylesheets(next);
    const place = remember();
    forgetListeners();
    document.title = next.title;
    for (const { name, value } of next.documentElement.attributes) document.documentElement.setAttribute(name, value);
    keepImages(next.body);
    swapBody(next.body);
    place();
    await runScripts(next);
    // What scripts have added may have moved the rest.
    place();
  }

  /** The dialogs that scripts have put at the end of the page, and that are open. */
  const openDialogs = () => [...document.body.querySelectorAll(':scope > dialog:modal')];

  /**
   * Puts what is in another body in the place of what is in this one, but for open dialogs. They stay where they are: taken out, they
   * would close, and lose what is typed there.
   * @param {HTMLElement} next
   */
  function swapBody(next) {
    const { body } = document;
    const kept = new Set(openDialogs());
    // The scripts of the new page make their own when they need it.
    for (const dialog of kept) dialog.addEventListener('close', () => dialog.remove(), { once: true });
    for (const { name } of [...body.attributes].filter((old) => !next.hasAttribute(old.name))) body.removeAttribute(name);
    for (const { name, value } of next.attributes) body.setAttribute(name, value);
    for (const node of [...body.childNodes].filter((old) => !kept.has(old))) node.remove();
    body.prepend(...next.childNodes);
  }

  /**
   * Puts the new stylesheets in the place of the old ones, once they are loaded.
   * @param {Document} next
   */
  async function swapStylesheets(next) {
    const links = (root) => [...root.head.querySelectorAll('link[rel=stylesheet]')];
    const old = new Map(links(document).map((link) => [link.href, link]));
    const kept = new Set();
    const loading = [];
    let last = null;
    for (const wanted of links(next)) {
      let link = old.get(wanted.href);
      if (!link) {
        link = document.importNode(wanted);
        // In its place among the others: of two rules the later one counts.
        if (last) last.after(link);
        else document.head.prepend(link);
        loading.push(loaded(link));
      }
      kept.add(link);
      last = link;
    }
    await Promise.all(loading);
    for (const link of old.values()) if (!kept.has(link)) link.remove();
  }

  /**
   * Settles when a stylesheet or a script has been loaded, or cannot be.
   * @param {HTMLElement} element
   */
  function loaded(element) {
    return new Promise((resolve) => {
      element.addEventListener('load', resolve, { once: true });
      element.addEventListener('error', resolve, { once: true });
    });
  }

  /**
   * Takes the pictures that are loaded over into the new body: they would be loaded again, and the page jump meanwhile.
   * @param {HTMLElement} body
   */
  function keepImages(body) {
    const shown = new Map([...document.images].filter((image) => image.complete && !image.closest('dialog')).map((image) => [image.outerHTML, image]));
    for (const image of body.querySelectorAll('img')) {
      const same = shown.get(image.outerHTML);
      if (!same) continue;
      shown.delete(image.outerHTML);
      image.replaceWith(same);
    }
  }

  /**
   * Runs the scripts of the new document, in their order.
   * @param {Document} next
   */
  function runScripts(next) {
    for (const old of document.head.querySelectorAll('script[src]')) if (old !== script) old.remove();
    const made = [...next.head.querySelectorAll('script[src]:not([data-tag])')].map(({ src }) =>
      Object.assign(document.createElement('script'), { src, async: false }),
    );
    const done = Promise.all(made.map(loaded));
    document.head.append(...made);
    return done;
  }

  // MARK: What is kept

  /** Which listeners scripts have added to what outlives the body. */
  let listeners = new AbortController();

  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    target.addEventListener = (type, listener, options) => {
      const given = typeof options === 'object' && options ? options : { capture: Boolean(options) };
      const signals = [listeners.signal, given.signal].filter(Boolean);
      add(type, listener, { ...given, signal: AbortSignal.any(signals) });
    };
    own(target, add);
  }

  /**
   * The listeners of this script stay.
   * @param {Window | Document} target
   * @param {typeof addEventListener} add
   */
  function own(target, add) {
    if (target !== window) {
      add('visibilitychange', listen);
      return;
    }
    // A page that comes back from the history, or a computer that wakes, has an old connection or none.
    add('pageshow', ({ persisted }) => persisted && listen());
    add('online', listen);
    add('pagehide', () => source?.close());
  }

  function forgetListeners() {
    listeners.abort();
    listeners = new AbortController();
  }

  /**
   * Notes where the reader is, and gives what brings them back there.
   * @returns {() => void}
   */
  function remember() {
    const [left, top] = [scrollX, scrollY];
    const inDialog = openDialogs().some((dialog) => dialog.contains(document.activeElement));
    const focus = inDialog ? '' : document.activeElement?.id;
    const open = new Map(
      [...document.querySelectorAll('details')].map((details, index, all) => [nameOf(details, index, all), details.open]),
    );
    const boxes = [...document.querySelectorAll('body *')].filter((box) => (box.scrollTop || box.scrollLeft) && !box.closest('dialog'));
    const scrolled = boxes.map((box) => [pathOf(box), box.scrollLeft, box.scrollTop]);
    return () => {
      [...document.querySelectorAll('details')].forEach((details, index, all) => {
        const was = open.get(nameOf(details, index, all));
        if (was !== undefined) details.open = was;
      });
      for (const [path, boxLeft, boxTop] of scrolled) document.querySelector(path)?.scrollTo(boxLeft, boxTop);
      scrollTo({ left, top, behavior: 'instant' });
      if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    };
  }

  /**
   * What a details element is known by: its summary, and how many before it have the same.
   * @param {HTMLDetailsElement} details
   * @param {number} index
   * @param {HTMLDetailsElement[]} all
   */
  function nameOf(details, index, all) {
    // The number of problems is no part of the panel's name.
    const text = (one) => (one.closest('.writer-panel') ? one.className : (one.querySelector('summary')?.textContent ?? ''));
    const name = text(details);
    return `${all.slice(0, index).filter((other) => text(other) === name).length} ${name}`;
  }

  /**
   * A selector that finds the same place in the new body.
   * @param {Element} element
   */
  function pathOf(element) {
    const steps = [];
    for (let one = element; one !== document.body; one = one.parentElement) {
      steps.unshift(`:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
    }
    return ['body', ...steps].join(' > ');
  }

  // MARK: Files

  /**
   * Shows pictures and other files as they are now.
   * @param {Document} root
   */
  function showFiles(root) {
    if (!changed.size) return;
    for (const element of root.querySelectorAll('img, source, video, audio, link[rel=stylesheet]')) {
      const name = element.matches('link') ? 'href' : 'src';
      const written = element.getAttribute(name);
      if (!written) continue;
      const url = new URL(written, location.href);
      const count = url.origin === location.origin && changed.get(url.pathname);
      if (!count || url.searchParams.get('changed') === String(count)) continue;
      url.searchParams.set('changed', count);
      element.setAttribute(name, url.href);
      element.parentElement?.closest('video, audio')?.load();
    }
  }

  listen();
})();
