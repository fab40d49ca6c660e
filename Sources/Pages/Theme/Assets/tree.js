/**
 * The section beside a page: folders that unfold in place, filled from a script of the site when a reader asks for it.
 *
 * It runs before the page is shown and keeps what was unfolded for the session, so that the next page begins with the same.
 * Without it the folders are links to their pages.
 */
(() => {
  'use strict';

  const section = document.querySelector('.sidebar');
  const root = new URL('../', document.currentScript.src).href;
  const key = `waymark:tree:${new URL(root).pathname}`;
  /** Who rests for longer on a page finds what has changed on the next. */
  const LASTS = 60_000;

  /** For each folder that is unfolded, by its address below the root: when it was loaded, and what it holds. */
  let open = {};
  try {
    open = JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    // Without storage each page begins with nothing unfolded.
  }

  /** For each folder what the page shows of it while it is folded: the way to the page. */
  const folded = new WeakMap();

  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify(open));
    } catch {
      // It holds for this page.
    }
  }

  /** @param {HTMLLIElement} item */
  const linkOf = (item) => item.querySelector(':scope > a');

  /** @param {HTMLLIElement} item */
  const folderOf = (item) => linkOf(item).href.slice(root.length).replace(/index\.html$/, '');

  /**
   * Loads what a folder holds. A page that is opened from disk may run a script but not fetch a file.
   * @param {string} folder
   */
  function load(folder) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}_waymark/tree/${folder}index.js`;
      script.receive = resolve;
      (window.waymark ??= {}).folder = (held) => document.currentScript.receive(held);
      const finish = () => {
        script.remove();
        reject(new Error(folder));
      };
      script.addEventListener('load', finish);
      script.addEventListener('error', finish);
      document.head.append(script);
    });
  }

  /**
   * What a folder holds, as items.
   * @param {HTMLLIElement} folder
   * @param {{ notes: string[][], pages: string[][], folders: string[][], all?: string }} held
   */
  function itemsOf(folder, held) {
    const item = (kind) => ([title, address]) => {
      const made = document.createElement('li');
      if (kind) made.className = kind;
      const link = document.createElement('a');
      link.href = new URL(address, linkOf(folder).href).href;
      link.textContent = title;
      made.append(link);
      return made;
    };
    return [
      ...held.notes.map(item('')),
      ...(held.all ? [item('more')([held.all, ''])] : []),
      ...held.folders.map(item('folder')),
      ...held.pages.map(item('')),
    ];
  }

  /**
   * Shows what a folder holds. What is there already, the way to this page, stays as it is.
   * @param {HTMLLIElement} item
   * @param {object} held
   */
  function unfold(item, held) {
    const list = item.querySelector(':scope > ul') ?? item.appendChild(document.createElement('ul'));
    const known = new Map([...list.children].map((one) => [linkOf(one).href, one]));
    if (!folded.has(item)) folded.set(item, [...known.values()]);
    const items = itemsOf(item, held).map((made) => {
      const before = known.get(linkOf(made).href);
      if (!before) return made;
      known.delete(linkOf(made).href);
      linkOf(before).textContent = linkOf(made).textContent;
      return before;
    });
    // A listing is bounded: what it leaves out and is on the way stays.
    list.replaceChildren(...items, ...[...known.values()].filter((one) => folded.get(item).includes(one)));
    item.querySelector(':scope > button').setAttribute('aria-expanded', 'true');
    prepare(list);
  }

  /** @param {HTMLLIElement} item */
  function fold(item) {
    const list = item.querySelector(':scope > ul');
    if (folded.get(item).length) list.replaceChildren(...folded.get(item));
    else list.remove();
    item.querySelector(':scope > button').setAttribute('aria-expanded', 'false');
  }

  /** @param {HTMLLIElement} item */
  async function toggle(item) {
    const folder = folderOf(item);
    if (folder in open) {
      delete open[folder];
      fold(item);
    } else {
      try {
        open[folder] = [Date.now(), await load(folder)];
      } catch {
        location.href = linkOf(item).href;
        return;
      }
      unfold(item, open[folder][1]);
    }
    keep();
  }

  /**
   * Gives the folders of a list their buttons, and unfolds those that were.
   * @param {Element} list
   */
  function prepare(list) {
    for (const item of list.querySelectorAll('.folder')) {
      if (item.querySelector(':scope > button')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      // With its state a button says what it does.
      button.setAttribute('aria-label', linkOf(item).textContent);
      button.setAttribute('aria-expanded', 'false');
      button.addEventListener('click', () => toggle(item));
      item.prepend(button);
      const kept = open[folderOf(item)];
      if (kept) unfold(item, kept[1]);
    }
  }

  prepare(section);

  /** Brings the reader's own place into view, where the section is longer than the window. */
  function showPlace() {
    const mark = section.querySelector('[aria-current]')?.getBoundingClientRect();
    const box = section.getBoundingClientRect();
    if (mark && mark.bottom > box.bottom) section.scrollTop += mark.top - box.top - box.height / 2;
  }
  section.addEventListener('toggle', showPlace);
  showPlace();

  addEventListener('load', async () => {
    for (const [folder, [time, before]] of Object.entries(open)) {
      if (Date.now() - time < LASTS) continue;
      // One after the other, as they answer in one place.
      const held = await load(folder).catch(() => null);
      if (!(folder in open)) continue;
      if (held) open[folder] = [Date.now(), held];
      else delete open[folder];
      const item = [...section.querySelectorAll('.folder')].find((one) => folderOf(one) === folder);
      if (item && held && JSON.stringify(held) !== JSON.stringify(before)) unfold(item, held);
      keep();
    }
  });
})();
