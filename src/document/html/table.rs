//! Tables of data: which they are, and their rows with the headers of their columns.

use scraper::ElementRef;

use super::source::Page;
use super::text::is_blank;

/// A cell of a table of data is shorter than this, in UTF-16 units.
const LAYOUT_CELL: usize = 1200;
/// No cell spans more columns.
const WIDEST: usize = 50;

/// A row of data: its cells under their columns, a place that a cell above hangs into left empty.
pub(super) struct Row<'p> {
    pub(super) headers: Vec<String>,
    pub(super) cells: Vec<Option<ElementRef<'p>>>,
}

/// A table that tells something by its columns, not one that only lays out the page?
pub(super) fn is_data(page: &Page, element: ElementRef) -> bool {
    let lays_out = |inner: ElementRef| {
        matches!(inner.value().name(), "table" | "h1" | "h2" | "form" | "main" | "article")
    };
    let by_role = matches!(element.attr("role"), Some("presentation" | "none"));
    if by_role || element.descendent_elements().skip(1).any(lays_out) {
        return false;
    }
    let table = Table::of(element);
    let columns = table.rows.iter().map(|row| cells(*row).count()).max().unwrap_or_default();
    if table.rows.len() < 2 || columns < 2 {
        return false;
    }
    let is_headed = |inner: ElementRef| matches!(inner.value().name(), "thead" | "caption" | "th");
    let is_even = |row: &ElementRef| {
        cells(*row).count() == columns && cells(*row).all(|cell| page.length(cell) < LAYOUT_CELL)
    };
    element.descendent_elements().any(is_headed) || table.rows.iter().all(is_even)
}

/// A table's parts.
pub(super) struct Table<'p> {
    element: ElementRef<'p>,
    rows: Vec<ElementRef<'p>>,
}

impl<'p> Table<'p> {
    pub(super) fn of(element: ElementRef<'p>) -> Self {
        let part = |wanted: &'static [&str]| {
            element.child_elements().filter(move |part| wanted.contains(&part.value().name()))
        };
        let rows_in =
            |part: ElementRef<'p>| if is(part, "tr") { vec![part] } else { rows_of(part).collect() };
        let parts = part(&["thead"]).chain(part(&["tbody", "tr"])).chain(part(&["tfoot"]));
        Self { element, rows: parts.flat_map(rows_in).collect() }
    }

    pub(super) fn caption(&self) -> Option<ElementRef<'p>> {
        self.element.child_elements().find(|part| is(*part, "caption"))
    }

    /// The rows of data, each with its column headers, in the order of the cells.
    pub(super) fn rows(&self) -> Vec<Row<'p>> {
        let head = self.head();
        let headers = head.map(|head| spread(head).map(plain).collect()).unwrap_or_default();
        let headers: Vec<String> = headers;
        let in_head = |row: &ElementRef| {
            row.parent() == self.element.child_elements().find(|part| is(*part, "thead")).map(|part| *part)
        };
        let mut hanging = vec![];
        let data = self.rows.iter().filter(|row| Some(**row) != head && !in_head(row));
        data.map(|row| {
            let cells = place(*row, &mut hanging);
            let headers = if cells.len() > 1 { headers.clone() } else { vec![] };
            Row { headers, cells }
        })
        .collect()
    }

    fn head(&self) -> Option<ElementRef<'p>> {
        let thead = self.element.child_elements().find(|part| is(*part, "thead"));
        let first = || {
            self.rows.first().copied().filter(|row| cells(*row).all(|cell| is(cell, "th") || is_bold(cell)))
        };
        thead.and_then(|thead| rows_of(thead).last()).or_else(first)
    }
}

fn is(element: ElementRef, name: &str) -> bool {
    element.value().name() == name
}

fn rows_of(part: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    part.child_elements().filter(|row| is(*row, "tr"))
}

fn cells(row: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    row.child_elements().filter(|cell| is(*cell, "td") || is(*cell, "th"))
}

/// Is a bold piece all that a cell holds?
fn is_bold(cell: ElementRef) -> bool {
    let bold = cell.descendent_elements().find(|inner| is(*inner, "b") || is(*inner, "strong"));
    bold.is_some_and(|bold| {
        let (bold, whole): (String, String) = (bold.text().collect(), cell.text().collect());
        !is_blank(&whole) && bold.trim() == whole.trim()
    })
}

/// A header that spans columns heads each of them.
fn spread(row: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    cells(row).flat_map(|cell| std::iter::repeat_n(cell, span(cell, "colspan").min(WIDEST)))
}

fn span(cell: ElementRef, name: &str) -> usize {
    cell.attr(name).and_then(|span| span.trim().parse().ok()).filter(|span| *span > 0).unwrap_or(1)
}

/// The cells under their columns; `hanging` holds, by column, how many rows below are still covered from above.
fn place<'p>(row: ElementRef<'p>, hanging: &mut Vec<usize>) -> Vec<Option<ElementRef<'p>>> {
    let mut placed = vec![];
    for cell in cells(row) {
        skip(&mut placed, hanging);
        for column in 0..span(cell, "colspan").min(WIDEST) {
            if hanging.len() <= placed.len() {
                hanging.resize(placed.len() + 1, 0);
            }
            hanging[placed.len()] = span(cell, "rowspan") - 1;
            placed.push((column == 0).then_some(cell));
        }
    }
    skip(&mut placed, hanging);
    placed
}

fn skip(placed: &mut Vec<Option<ElementRef>>, hanging: &mut [usize]) {
    while let Some(rows) = hanging.get_mut(placed.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        placed.push(None);
    }
}

fn plain(cell: ElementRef) -> String {
    cell.text().collect::<String>().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
