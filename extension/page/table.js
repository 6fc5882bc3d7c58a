// @ts-check
/**
 * Tables of data: which they are, and their rows with the headers of their columns.
 *
 * @typedef {{headers: string[], cells: (HTMLTableCellElement | null)[]}} TableRow
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var tables = (() => {
  const LAYOUT_CELL = 1200;

  /** A table that tells something by its columns, not one that only lays out the page? @param {HTMLTableElement} table */
  function isData(table) {
    if (['presentation', 'none'].includes(table.getAttribute('role') ?? '')) return false;
    if (table.querySelector('table, h1, h2, form, main, article')) return false;
    const rows = [...table.rows];
    const columns = Math.max(0, ...rows.map((row) => row.cells.length));
    if (rows.length < 2 || columns < 2) return false;
    if (table.tHead || table.caption || table.querySelector('th')) return true;
    return rows.every((row) => row.cells.length === columns && [...row.cells].every(short));
  }

  /** @param {HTMLTableCellElement} cell */
  function short(cell) {
    return (cell.textContent ?? '').length < LAYOUT_CELL;
  }

  /** The rows of data, each with its column headers, in the order of the cells. @param {HTMLTableElement} table */
  function rowsOf(table) {
    const rows = [...table.rows];
    const head = headRow(table, rows);
    const headers = head ? spread(head).map(plain) : [];
    const hanging = /** @type {number[]} */ ([]);
    return rows
      .filter((row) => row !== head && row.parentElement !== table.tHead)
      .map((row) => place(row, hanging))
      .map((cells) => ({ headers: cells.length > 1 ? headers : [], cells }));
  }

  /** @param {HTMLTableElement} table @param {HTMLTableRowElement[]} rows */
  function headRow(table, rows) {
    const inHead = table.tHead ? [...table.tHead.rows].at(-1) : undefined;
    if (inHead) return inHead;
    const first = rows[0];
    return first && [...first.cells].every((cell) => cell.localName === 'th' || isBold(cell)) ? first : undefined;
  }

  /** @param {HTMLTableCellElement} cell */
  function isBold(cell) {
    const bold = cell.querySelector('b, strong');
    return bold !== null && bold.textContent?.trim() === cell.textContent?.trim();
  }

  /** A header that spans columns heads each of them. @param {HTMLTableRowElement} row */
  function spread(row) {
    return [...row.cells].flatMap((cell) => Array.from({ length: Math.min(cell.colSpan, 50) }, () => cell));
  }

  /** The cells under their columns: a cell that hangs down from a row above leaves its place empty.
   * @param {HTMLTableRowElement} row @param {number[]} hanging rows still covered, by column
   */
  function place(row, hanging) {
    const placed = /** @type {(HTMLTableCellElement | null)[]} */ ([]);
    const skip = () => {
      for (let rows = hanging[placed.length]; rows; rows = hanging[placed.length]) {
        hanging[placed.length] = rows - 1;
        placed.push(null);
      }
    };
    for (const cell of row.cells) {
      skip();
      for (let column = 0; column < Math.min(cell.colSpan, 50); column += 1) {
        hanging[placed.length] = cell.rowSpan - 1;
        placed.push(column === 0 ? cell : null);
      }
    }
    skip();
    return placed;
  }

  /** @param {Element} cell */
  function plain(cell) {
    return (cell.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ').trim().toWellFormed();
  }

  return { isData, rowsOf };
})();
