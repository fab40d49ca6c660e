/**
 * Tools over each comparison, as they are seen: only what differs, rows and columns swapped, chosen and sorted, copies to take away.
 *
 * What they do is in `compare-tools.js`, which comes when a reader turns to them, or at once where the address says that
 * something is set. Who presses one before it is there has the press made again then.
 */
(() => {
  'use strict';

  const { load, fill, counted, element, announce, copyButton, parameter } = window.waymark;
  const words = window.waymark.words.compare;
  const VERDICTS = ['yes', 'partial', 'value', 'no', 'empty'];

  /**
   * @typedef {object} Cell
   * @property {HTMLTableCellElement} node
   * @property {string} verdict
   * @property {string} text
   */

  /** What stands in cells beside what is said: the numbers of sources, and our remarks. */
  const ASIDE = '.claim, .contested-note';

  /** What a cell says, in one line; `data-text` where that is known. */
  function textOf(node) {
    let said = node;
    if (node.querySelector(`br, ${ASIDE}`)) {
      said = node.cloneNode(true);
      for (const aside of said.querySelectorAll(ASIDE)) aside.remove();
      for (const end of said.querySelectorAll('br')) end.replaceWith('; ');
    }
    return (node.dataset.text ?? said.textContent).trim().replace(/\s+/g, ' ');
  }

  /**
   * @param {HTMLTableCellElement} node
   * @returns {Cell}
   */
  function cellOf(node) {
    const text = textOf(node);
    const verdict = VERDICTS.find((name) => node.classList.contains(name)) ?? (text ? 'value' : 'empty');
    return { node, verdict, text };
  }

  /** Makes a head of a column the button that sorts by it; a head with links gets a button beside them. */
  function dress(node) {
    if (node.localName !== 'th') return;
    const title = fill(words.sortBy, textOf(node));
    const button = element('button', { type: 'button', className: 'sort', title });
    if (node.querySelector('a, button')) button.setAttribute('aria-label', title);
    else button.append(...node.childNodes);
    node.append(button);
  }

  /** How many rows or columns there are, in words. */
  const count = (number, areColumns) => counted(number, areColumns ? words.columnCount : words.rowCount);

  /**
   * Draws the tools over a table.
   * @param {HTMLTableElement} table in its scrolling box
   * @param {string} name of its parameter in the address
   * @returns {object|null} the table's cells and the tools; null for a table that needs none
   */
  function draw(table, name) {
    const body = table.tBodies[0];
    const headRow = table.tHead?.rows[0];
    if (!headRow || !body || body.rows.length < 2) return null;

    const isStatements = table.classList.contains('statements');
    const criteriaAreRows = !table.classList.contains('rows');
    const lead = isStatements ? 0 : 1;
    const corner = isStatements ? null : headRow.cells[0];
    const columns = [...headRow.cells].slice(lead).map(cellOf);
    if (columns.length === 0) return null;
    const rows = [...body.rows].map((row) => {
      while (row.cells.length < headRow.cells.length) row.append(element('td', { className: 'empty' }));
      const cells = [...row.cells].map(cellOf);
      return { row, head: isStatements ? null : cells[0], cells: cells.slice(lead) };
    });
    for (const node of headRow.cells) dress(node);

    const drawn = { table, name, body, headRow, isStatements, criteriaAreRows, corner, columns, rows };
    const button = (text) => element('button', { type: 'button' }, text);
    /** @type {Object<string, HTMLElement>} */
    const toggles = {};
    if (columns.length > 1 && !isStatements) toggles.diff = button(words.differences);
    if (rows.some(({ cells }) => cells.some(({ verdict }) => verdict === 'empty'))) toggles.empty = button(words.hideEmpty);
    if (!isStatements) toggles.swap = button(words.swap);
    toggles.swap?.setAttribute('aria-label', words.swapLong);
    for (const toggle of Object.values(toggles)) toggle.setAttribute('aria-pressed', 'false');

    const columnNames = columns.map(({ text }, index) => text || fill(words.columnNumber, index + 1));
    const boxes = columns.map(() => element('input', { type: 'checkbox', checked: true }));
    const items = boxes.map((box, index) => element('li', {}, element('label', {}, box, ` ${columnNames[index]}`)));
    const menu = columns.length > 1
      && element('details', { className: 'menu' }, element('summary', {}, words.columns), element('ul', { lang: document.documentElement.lang }, ...items));
    const reset = element('button', { type: 'button', hidden: !parameter(name) }, words.reset);
    const shownCount = element('span', { className: 'shown' },
      criteriaAreRows ? count(rows.length, false) : count(columns.length, true));
    // Until the tools work it is the promise of a text.
    const copy = (label, form) => copyButton(label, () => drawn.copies?.[form]() ?? ready(drawn).then(() => drawn.copies[form]()));
    const label = table.parentElement.getAttribute('aria-label') ?? words.table;
    const bar = element(
      'div', { className: 'tools', role: 'group', lang: window.waymark.words.language, 'aria-label': fill(words.toolsFor, label) },
      ...Object.values(toggles), ...(menu ? [menu] : []), reset,
      element('div', { className: 'takeaway' }, shownCount, copy(words.asMarkdown, 'markdown'), copy(words.asCSV, 'csv')),
    );
    table.parentElement.before(bar);
    return Object.assign(drawn, { bar, toggles, columnNames, boxes, menu, reset, shownCount });
  }

  /** Makes the tools work. */
  async function ready(drawn) {
    await load('compare-tools');
    // Another table may stand in its place by now.
    if (!drawn.state && drawn.table.isConnected) window.waymark.comparisons.work(drawn);
  }

  /** Waits until a reader turns to the tools. */
  function wait(drawn) {
    const { table, name, bar, headRow, shownCount } = drawn;
    drawn.waiting = new AbortController();
    const { signal } = drawn.waiting;
    const say = () => {
      shownCount.textContent = words.notLoaded;
      announce(words.notLoaded);
    };
    const hold = (event) => {
      // The menu opens by itself, and copies wait by themselves.
      const pressed = event.target.closest('button:not([data-copied]), input');
      if (!pressed) return;
      event.preventDefault();
      event.stopPropagation();
      ready(drawn).then(() => pressed.click(), say);
    };
    for (const part of [bar, headRow]) {
      for (const type of ['pointerenter', 'pointerdown', 'focusin']) {
        part.addEventListener(type, () => ready(drawn).catch(() => {}), { signal });
      }
      part.addEventListener('click', hold, { capture: true, signal });
    }
    if (!parameter(name)) return;
    const box = table.parentElement;
    box.classList.add('waiting');
    // Two frames: what has moved lies in its new place when it is seen.
    const show = () => requestAnimationFrame(() => requestAnimationFrame(() => box.classList.remove('waiting')));
    ready(drawn).catch(say).finally(show);
  }

  /**
   * Puts tools over a table.
   * @param {HTMLTableElement} table
   * @param {string} name of its parameter in the address
   * @param {object} [initial] what is set, instead of what the address says
   * @returns {object|null} with what is set as its `state`, once the tools work; null for a table that needs none
   */
  function compare(table, name, initial) {
    const drawn = draw(table, name);
    if (!drawn) return null;
    if (window.waymark.comparisons.work) window.waymark.comparisons.work(drawn, initial);
    else wait(drawn);
    return drawn;
  }

  window.waymark.comparisons = { compare, ASIDE, VERDICTS, textOf, dress, count };
  document.querySelectorAll('main table.comparison').forEach((table, index) => compare(table, `t${index + 1}`));
})();
