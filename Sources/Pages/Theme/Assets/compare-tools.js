/**
 * What the tools over a comparison do. `compare.js` draws them, and loads this when a reader turns to them.
 *
 * The table stays the author's: its own cells are moved and hidden, and each tool can be taken back. What is set stands
 * in the address, in one parameter for each table: `?t1=diff,empty,swap,cols:0-2,sort:2d`.
 */
(() => {
  'use strict';

  const { fill, element, announce, parameter, setParameter, markdown, comparisons } = window.waymark;
  const { ASIDE, VERDICTS, textOf, dress, count } = comparisons;
  const words = window.waymark.words.compareTools;
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  /**
   * @typedef {object} State what a reader has set
   * @property {boolean} diff only what differs
   * @property {boolean} empty without what no one says anything of
   * @property {boolean} swap
   * @property {number[]|null} columns the author's columns that are shown; null for all
   * @property {{key: number|'h', down: boolean}|null} sort by which column as shown; `h` for the row headers
   */

  /**
   * @param {string} text
   * @returns {State}
   */
  function parse(text) {
    const state = { diff: false, empty: false, swap: false, columns: null, sort: null };
    for (const part of text.split(',')) {
      const [, columns] = /^cols:(\d+(?:-\d+)*)$/.exec(part) ?? [];
      const [, key, direction] = /^sort:(\d+|h)([ad])$/.exec(part) ?? [];
      if (part === 'diff' || part === 'empty' || part === 'swap') state[part] = true;
      else if (columns) state.columns = columns.split('-').map(Number);
      else if (key) state.sort = { key: key === 'h' ? key : Number(key), down: direction === 'd' };
    }
    return state;
  }

  /** @param {State} state */
  function format({ diff, empty, swap, columns, sort }) {
    const parts = [diff && 'diff', empty && 'empty', swap && 'swap'];
    if (columns) parts.push(`cols:${columns.join('-')}`);
    if (sort) parts.push(`sort:${sort.key}${sort.down ? 'd' : 'a'}`);
    return parts.filter(Boolean).join(',');
  }

  /** A number that a text begins with, thousands separated by commas; NaN for none. */
  const number = (text) => Number.parseFloat(text.replace(/^[^\w.+-]*/, '').replace(/,(?=\d{3})/g, ''));

  /** Which of two cells comes first, by verdict, number and text. */
  function order(one, other) {
    const verdicts = VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict);
    return verdicts || number(one.text) - number(other.text) || collator.compare(one.text, other.text);
  }

  /** Whether cells all say the same. */
  const isSame = (cells) =>
    cells.every((cell) => cell.verdict === cells[0].verdict && cell.text.toLowerCase() === cells[0].text.toLowerCase());

  /**
   * The content of a cell as Markdown: links, code and emphasis stay.
   * @param {Node} node
   * @returns {string}
   */
  function inMarkdown(node) {
    const tag = node.nodeName.toLowerCase();
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\s+/g, ' ').replace(/\S+/g, markdown);
    if (tag === 'br') return '<br>';
    if (node.matches(ASIDE)) return '';
    if (tag === 'code') return codeInMarkdown(node.textContent.replaceAll('|', '\\|'));
    const inner = [...node.childNodes].map(inMarkdown).join('');
    if (tag === 'a' && node.href) return `[${inner}](${node.href.replace(/[|()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
    if (tag === 'strong' || tag === 'b') return `**${inner}**`;
    if (tag === 'em' || tag === 'i') return `*${inner}*`;
    return inner;
  }

  /** Code between more backticks than it has in a row itself. */
  function codeInMarkdown(code) {
    const fence = '`'.repeat(1 + Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length)));
    return /^`|`$/.test(code) ? `${fence} ${code} ${fence}` : fence + code + fence;
  }

  /** A cell by RFC 4180; what a spreadsheet would run as a formula begins with an apostrophe, a number does not. */
  function inCSV(node) {
    const own = textOf(node);
    const text = /^[=+\-@]/.test(own) && Number.isNaN(Number(own)) ? `'${own}` : own;
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** The id that the address points at. */
  function targetId() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  /** How a table is put on paper, by its width in characters with every word whole: as `PrintedTable` in the program has it. */
  const FORMS = [['', 92], ['print-small', 110], ['print-wide', 156], ['print-rows', Infinity]];
  const [LONGEST_WORD, NARROW] = [30, 60];
  const longestWord = (text) => Math.max(...text.split(/\s|(?<=-)/).map(({ length }) => length));

  /** Hides or shows, where that is a change. */
  const setHidden = (node, isHidden) => node.hidden !== isHidden && (node.hidden = isHidden);

  /** Takes the button to sort by out of a head. */
  function undress(node) {
    const button = node.querySelector(':scope > .sort');
    if (button) button.replaceWith(...button.childNodes);
    node.removeAttribute('aria-sort');
  }

  /**
   * Makes the tools over a table work.
   * @param {object} drawn the table and the tools; its `state` is kept up to date from here on
   * @param {State} [initial] instead of what the address says
   */
  function work(drawn, initial) {
    const { table, name, body, headRow, isStatements, criteriaAreRows, corner, columns, rows } = drawn;
    const { bar, toggles, columnNames, boxes, menu, reset, shownCount } = drawn;
    drawn.waiting?.abort();
    const state = initial ?? parse(parameter(name));
    drawn.state = state;
    if (isStatements) state.diff = state.swap = false;
    state.columns &&= state.columns.filter((index) => index < columns.length);
    if (!state.columns?.length) state.columns = null;

    // MARK: What is shown

    /** Which rows and columns of the author are hidden now. */
    function hidden() {
      const column = columns.map((_, index) => state.columns !== null && !state.columns.includes(index));
      const row = rows.map(() => false);
      const shown = columns.flatMap((_, index) => (column[index] ? [] : [index]));
      const isLeftOut = (cells) =>
        (state.diff && cells.length > 1 && isSame(cells)) ||
        (state.empty && cells.every((cell) => cell.verdict === 'empty'));
      if (criteriaAreRows) {
        rows.forEach(({ cells, row: { id } }, index) => {
          row[index] = isLeftOut(shown.map((at) => cells[at])) && !(id && id === targetId());
        });
      } else {
        for (const at of shown) column[at] = isLeftOut(rows.map(({ cells }) => cells[at]));
      }
      return { row, column };
    }

    /** Hides and shows; moves nothing. */
    function updateVisibility() {
      const { row, column } = hidden();
      const [down, across] = state.swap ? [column, row] : [row, column];
      lines.forEach(({ node, at, cells }) => {
        setHidden(node, down[at]);
        cells.forEach((cell, index) => setHidden(cell.node, across[index]));
      });
      heads.forEach((head, index) => setHidden(head.node, across[index]));
      const criteria = criteriaAreRows ? row : column;
      const shown = criteria.filter((isHidden) => !isHidden).length;
      const areColumns = criteriaAreRows === state.swap;
      const said = fill(areColumns ? words.columnsShown : words.rowsShown, shown, criteria.length);
      shownCount.textContent = shown < criteria.length ? said : count(shown, areColumns);
      table.classList.toggle('swapped', state.swap);
      fit();
      return said;
    }

    /** Chooses how what is shown is printed, and whether its words have room on a screen: swapped, or of fewer columns, it has another width than the author's table. */
    function fit() {
      const shown = shownRows();
      const names = shown[0].map(textOf);
      const widths = names.map(longestWord);
      for (const cell of table.querySelectorAll('[data-label]')) delete cell.dataset.label;
      for (const line of shown.slice(1)) {
        line.forEach((node, index) => {
          const width = longestWord(textOf(node));
          node.classList.toggle('long', width > LONGEST_WORD);
          widths[index] = Math.max(widths[index], width);
        });
      }
      const width = widths.reduce((sum, one) => sum + Math.min(one, LONGEST_WORD) + 4.5, -2.5);
      const [form] = FORMS.find(([, most]) => width <= most);
      table.parentElement.classList.toggle('narrow', width <= NARROW && names.length < 5);
      for (const [one] of FORMS) if (one) table.parentElement.classList.toggle(one, one === form);
      if (form !== 'print-rows') return;
      for (const line of shown.slice(1)) {
        line.forEach((node, index) => {
          if (names[index]) node.dataset.label = names[index];
        });
      }
    }

    // MARK: Where it stands

    /** The lines of the table as shown, in the author's order: its rows, or its columns where they are swapped. */
    let lines = rows.map(({ row, head, cells }, at) => ({ node: row, at, head, cells }));
    /** The heads of its columns as shown. */
    let heads = columns;
    let isSwapped = false;

    /** Turns the table over, or back. */
    function swap() {
      for (const { node } of [...columns, ...rows.flatMap(({ head }) => head ?? [])]) undress(node);
      if (corner) undress(corner);
      isSwapped = state.swap;
      if (isSwapped) {
        lines = columns.map((head, at) => ({ node: element('tr'), at, head, cells: rows.map(({ cells }) => cells[at]) }));
        heads = rows.map(({ head }) => head);
      } else {
        lines = rows.map(({ row, head, cells }, at) => ({ node: row, at, head, cells }));
        heads = columns;
      }
      for (const { row, head } of rows) {
        if (!head) continue;
        // A link to a row finds its criterion in both directions.
        if (isSwapped && row.id && !head.node.id) head.node.id = row.id;
        else if (!isSwapped && head.node.id === row.id) head.node.removeAttribute('id');
      }
      for (const { head, node, cells } of lines) {
        if (head.node.localName === 'th') head.node.scope = 'row';
        node.replaceChildren(...[head, ...cells].map((cell) => cell.node));
      }
      for (const { node } of heads) if (node.localName === 'th') node.scope = 'col';
      headRow.replaceChildren(corner, ...heads.map(({ node }) => node));
      for (const node of headRow.cells) dress(node);
    }

    /** Lays out the table: the author's cells in the order and direction that is set. */
    function layOut() {
      if (state.swap !== isSwapped) swap();
      if (state.sort && state.sort.key !== 'h' && state.sort.key >= heads.length) state.sort = null;
      if (state.sort?.key === 'h' && !corner) state.sort = null;
      arrange();
      mark();
    }

    /** Puts the lines in the order that is set. */
    function arrange() {
      const { sort } = state;
      const by = (line) => (sort.key === 'h' ? line.head : line.cells[sort.key]);
      const sorted = !sort ? lines : lines.toSorted((one, other) => {
        const [a, b] = [by(one), by(other)];
        // What says nothing comes last, whatever the direction.
        const isEmpty = Number(a.verdict === 'empty') - Number(b.verdict === 'empty');
        return isEmpty || (sort.down ? order(b, a) : order(a, b));
      });
      if (sorted.some(({ node }, index) => body.rows[index] !== node)) body.replaceChildren(...sorted.map(({ node }) => node));
      for (const node of headRow.cells) node.removeAttribute('aria-sort');
      const head = sort && (sort.key === 'h' ? corner : heads[sort.key].node);
      head?.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
    }

    headRow.addEventListener('click', ({ target }) => {
      const button = target.closest('.sort');
      if (!button) return;
      const node = button.closest('th');
      const key = node === corner ? 'h' : heads.findIndex((head) => head.node === node);
      const { sort } = state;
      if (sort?.key !== key) state.sort = { key, down: false };
      else state.sort = sort.down ? null : { key, down: true };
      arrange();
      button.focus({ preventScroll: true });
      keep(state.sort ? fill(state.sort.down ? words.descending : words.ascending, textOf(node)) : words.authorsOrder);
    });

    /** Marks what the address points at: `:target` does not follow what is moved. */
    function mark() {
      const id = targetId();
      for (const { row, head, cells } of rows) {
        const isTarget = id !== '' && row.id === id;
        row.classList.toggle('targeted', isTarget);
        for (const { node } of [...(head ? [head] : []), ...cells]) node.classList.toggle('targeted', isTarget && state.swap);
      }
    }

    // MARK: The tools

    /** Writes down what is set, and says what came of it. */
    function keep(said) {
      if (format(state) !== parameter(name)) setParameter(name, format(state));
      for (const [key, button] of Object.entries(toggles)) button.setAttribute('aria-pressed', String(state[key]));
      boxes.forEach((box, index) => (box.checked = state.columns?.includes(index) ?? true));
      reset.hidden = format(state) === '';
      if (menu) menu.firstChild.textContent = state.swap ? words.rows : window.waymark.words.compare.columns;
      if (said) announce(said);
    }

    for (const [key, button] of Object.entries(toggles)) {
      button.addEventListener('click', () => {
        state[key] = !state[key];
        if (key === 'swap') {
          state.sort = null;
          layOut();
        }
        const said = updateVisibility();
        keep(key !== 'swap' ? said : state.swap ? words.swapped : words.unswapped);
      });
    }

    boxes.forEach((box, index) => {
      box.addEventListener('click', (event) => {
        const shown = columns.flatMap((_, at) => (boxes[at].checked ? [at] : []));
        if (shown.length === 0) {
          event.preventDefault();
          announce(words.oneStays);
          return;
        }
        state.columns = shown.length === columns.length ? null : shown;
        const said = updateVisibility();
        keep(fill(box.checked ? words.shown : words.hidden, columnNames[index], said));
      });
    });
    if (menu) {
      menu.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        menu.open = false;
        menu.firstChild.focus();
      });
      menu.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
      });
    }

    reset.addEventListener('click', () => {
      Object.assign(state, parse(''));
      layOut();
      const said = updateVisibility();
      keep(said);
      // The button is gone now: the first tool takes the focus over.
      bar.querySelector('button, summary').focus();
    });

    /** What is shown now, as rows of nodes. */
    function shownRows() {
      const all = [headRow, ...body.rows].filter((row) => !row.hidden);
      return all.map((row) => [...row.cells].filter((node) => !node.hidden));
    }

    drawn.copies = {
      markdown() {
        const [head, ...others] = shownRows().map((row) => `| ${row.map((node) => inMarkdown(node).trim()).join(' | ')} |`);
        return [head, `|${' --- |'.repeat(shownRows()[0].length)}`, ...others, ''].join('\n');
      },
      csv: () => shownRows().map((row) => `${row.map(inCSV).join(',')}\r\n`).join(''),
    };

    layOut();
    updateVisibility();
    keep('');
    addEventListener('hashchange', () => {
      if (!table.isConnected) return;
      mark();
      updateVisibility();
    });
  }

  addEventListener('click', ({ target }) => {
    for (const menu of document.querySelectorAll('.tools .menu[open]')) {
      if (!menu.contains(target)) menu.open = false;
    }
  });

  comparisons.work = work;
})();
