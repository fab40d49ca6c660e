/**
 * Every page: what the other scripts share, how those that are not there yet come, and a copy button on each block of code.
 *
 * Pages are complete without any script. A classic script, since a page opened from disk cannot load modules.
 */
(() => {
  'use strict';

  /**
   * What this and the other scripts say, the words of each before it, in the site's language; and of each script that comes when
   * a reader asks for it, the files: itself, and the sheet with its styles.
   */
  const { words, files } = window.waymark;
  const own = document.currentScript.src;

  /**
   * The stretches of a phrase, with what belongs in the places `{0}`, `{1}`.
   * @template T
   * @param {string} phrase
   * @param {...T} values
   * @returns {(string|T)[]}
   */
  const parts = (phrase, ...values) => phrase.split(/\{(\d)\}/).map((part, index) => (index % 2 ? values[part] : part));

  /**
   * A phrase with texts in its places.
   * @param {string} phrase
   * @param {...(string|number)} values
   */
  const fill = (phrase, ...values) => parts(phrase, ...values).join('');

  /**
   * Words for a number of things.
   * @param {number} number
   * @param {[string, string]} forms
   */
  const counted = (number, [one, other]) =>
    fill(number === 1 || (number === 0 && words.zeroIsOne) ? one : other, number.toLocaleString(words.language));

  /**
   * Makes an element: properties where the element has them, attributes for the rest.
   * @param {string} name
   * @param {Object<string, unknown>} [properties]
   * @param {...(Node|string)} children
   * @returns {HTMLElement}
   */
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, String(value));
    }
    made.append(...children);
    return made;
  }

  /** For each file that was asked for, whether it has come. */
  const loads = new Map();

  /** @param {string} file beside this script */
  function loadFile(file) {
    const address = new URL(file, own).href;
    const sheets = [...document.head.querySelectorAll('link[rel="stylesheet"]')];
    if (sheets.some(({ href }) => href === address)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const isSheet = file.endsWith('.css');
      const made = isSheet ? element('link', { rel: 'stylesheet', href: address }) : element('script', { src: address });
      made.addEventListener('load', resolve);
      made.addEventListener('error', () => {
        made.remove();
        reject(new Error(address));
      });
      // What the site adds to the theme's styles comes after all of them.
      if (isSheet) sheets[0].after(made);
      else document.head.append(made);
    });
  }

  /**
   * Loads a script and its sheet when they are asked for first. What could not be loaded is tried again the next time.
   * @param {string} name
   * @returns {Promise<unknown>} settles when both are there, so that nothing is shown without its styles
   */
  const load = (name) => Promise.all(files[name].map((file) => {
    if (!loads.has(file)) loads.set(file, loadFile(file));
    loads.get(file).catch(() => loads.delete(file));
    return loads.get(file);
  }));

  const announcer = element('div', { className: 'announcer', role: 'status', lang: words.language });
  document.body.append(announcer);

  /**
   * Says something to who listens to the page.
   * @param {string} text
   */
  function announce(text) {
    announcer.textContent = '';
    // The same words twice are only said twice where they went away in between.
    setTimeout(() => (announcer.textContent = text), 50);
  }

  /**
   * Puts text on the clipboard; where the browser gives none (from disk, without TLS), by a selection.
   * @param {string|Promise<string>} promised
   * @returns {Promise<boolean>} whether it is there now
   */
  async function write(promised) {
    try {
      if (typeof promised === 'string') await navigator.clipboard.writeText(promised);
      // Not awaited here: some browsers give the clipboard only while the press of a button is being answered.
      else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blobOf(promised) })]);
      return true;
    } catch {
      const text = await promised;
      const focused = document.activeElement;
      const area = element('textarea', { className: 'clipboard', value: text, readOnly: true });
      area.addEventListener('copy', (event) => {
        // As it is: a text area has line ends of its own.
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
      });
      document.body.append(area);
      area.select();
      let done = false;
      try {
        done = document.execCommand('copy');
      } catch {
        // Said by the caller.
      }
      area.remove();
      focused?.focus?.({ preventScroll: true });
      return done;
    }
  }

  /** @param {Promise<string>} text */
  const blobOf = async (text) => new Blob([await text], { type: 'text/plain' });

  /**
   * A button that copies what `text` gives when it is pressed.
   * @param {string} label
   * @param {() => string|Promise<string>} text
   * @param {Object<string, unknown>} [properties]
   */
  function copyButton(label, text, properties = {}) {
    const button = element('button', { type: 'button', lang: words.language, 'data-copied': words.copied, ...properties }, label);
    let timer = 0;
    button.addEventListener('click', async () => {
      const done = await write(text()).catch(() => false);
      announce(done ? words.copied : words.cannotCopy);
      button.classList.toggle('done', done);
      clearTimeout(timer);
      timer = setTimeout(() => button.classList.remove('done'), 2000);
    });
    return button;
  }

  /**
   * Whether a key that is pressed there is for a field. What has the focus in a dialog keeps it for a moment after that has closed.
   * @param {EventTarget} target
   */
  const isTyping = (target) => Boolean(target.closest?.('input, textarea, select, [contenteditable]')) && !target.closest('dialog:not([open])');

  /**
   * A parameter of the address's query.
   * @param {string} name
   */
  const parameter = (name) => new URLSearchParams(location.search).get(name) ?? '';

  /**
   * The page's address with one parameter changed, and everything else as it is.
   * @param {string} name
   * @param {string} value safe in a query; empty to take the parameter away
   */
  function addressWith(name, value) {
    const kept = location.search.slice(1).split('&').filter((part) => part && part.split('=')[0] !== name);
    if (value) kept.push(`${name}=${value}`);
    return location.href.split(/[?#]/)[0] + (kept.length ? `?${kept.join('&')}` : '') + location.hash;
  }

  /**
   * Writes a parameter into the address. From disk some browsers refuse; the page then works without.
   * @param {string} name
   * @param {string} value
   * @param {unknown} [state] of a new entry in the history; without it the entry stays the same
   */
  function setParameter(name, value, state) {
    try {
      if (state === undefined) history.replaceState(history.state, '', addressWith(name, value));
      else history.pushState(state, '', addressWith(name, value));
    } catch {
      // Nothing depends on it.
    }
  }

  /**
   * Text that means itself in Markdown, in a table's cell too.
   * @param {string} text
   */
  const markdown = (text) => text.trim().replace(/\s+/g, ' ').replace(/[\\`*_[\]<|]/g, '\\$&');

  /**
   * What a reader wants of a block of code: a patch as it is, and of marked changes what comes out of them.
   * @param {HTMLElement} code
   */
  function codeText(code) {
    const lines = [...code.querySelectorAll('.line')];
    const isChange = lines.some((line) => line.matches('.inserted, .deleted'));
    if (!isChange || /\blanguage-(diff|patch)\b/.test(code.className)) return code.textContent;
    const same = lines.filter((line) => !line.matches('.inserted, .deleted'));
    // Where the other lines keep the signs' column free, it goes as well.
    const isColumn = same.every((line) => /^( |\n?$)/.test(line.textContent));
    return lines
      .filter((line) => !line.matches('.deleted'))
      .map((line) => (isColumn || line.matches('.inserted') ? line.textContent.replace(/^[+ ]/, '') : line.textContent))
      .join('');
  }

  for (const pre of document.querySelectorAll('pre')) {
    const code = pre.querySelector('code') ?? pre;
    const box = element('div', { className: 'code-box' });
    pre.replaceWith(box);
    // Without the last line feed: pasted into a terminal, it would run the command.
    const text = () => codeText(code).replace(/\n$/, '');
    box.append(pre, copyButton(words.copy, text, { className: 'copy-code', 'aria-label': words.copyCode }));
  }

  /** The reader's day, as `2026-11-20`. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  }

  Object.assign(window.waymark, {
    load, element, announce, today, copyButton, isTyping, parameter, addressWith, setParameter, markdown, parts, fill, counted,
  });
})();
