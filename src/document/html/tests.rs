//! What a page's source is read as, and that no source breaks the reader.

use proptest::prelude::*;

use crate::document::{BlockKind, Document};

/// Every block as `kind level: text`.
fn read(html: &str) -> Vec<String> {
    let lines = Document::from_html(html).blocks.into_iter().map(|block| {
        let folded = if block.collapsed { "+" } else { "" };
        let kind = format!("{folded}{:?}", block.kind).to_lowercase();
        let headers =
            if block.headers.is_empty() { String::new() } else { format!(" <{}>", block.headers.join("|")) };
        format!("{kind} {}: {}{headers}", block.level, block.text)
    });
    lines.collect()
}

#[test]
fn headings_paragraphs_and_items_keep_their_rank() {
    let page = "<title> Pear\n policy </title><html lang=en><h1>Pears</h1><p>We <b>never</b> sell\n pears:<ul><li>yours\
        <ul><li>or theirs</ul></ul><dl><dt>Names<dd>are kept</dl><h3>Cookies</h3><p><b>What they are</b></p>";
    let lines = [
        "heading 1: Pears",
        "paragraph 0: We never sell pears:",
        "item 1: yours",
        "item 2: or theirs",
        "paragraph 0: Names",
        "item 1: are kept",
        "heading 3: Cookies",
        "heading 4: What they are",
    ];
    assert_eq!(read(page), lines);
    let document = Document::from_html(page);
    assert_eq!((document.title.as_deref(), document.lang.as_deref()), (Some("Pear policy"), Some("en")));
}

#[test]
fn breaks_bare_text_and_kept_lines_part_blocks() {
    let page = "One pear<br>Two pears<div>Three</div>four\n<pre>We keep:\n- your name\n- your street</pre>";
    let lines = [
        "paragraph 0: One pear",
        "paragraph 0: Two pears",
        "paragraph 0: Three",
        "paragraph 0: four",
        "paragraph 0: We keep:",
        "item 1: - your name",
        "item 1: - your street",
    ];
    assert_eq!(read(page), lines);
}

#[test]
fn rows_carry_the_headers_of_their_columns() {
    let page = "<table><thead><tr><th>Data<th>Sold?<tbody><tr><td>Names<td>No<tr><td rowspan=2>Mail<td>Yes<tr><td>No</table>";
    let lines =
        ["row 0: Names\tNo <Data|Sold?>", "row 0: Mail\tYes <Data|Sold?>", "row 0: \tNo <Data|Sold?>"];
    assert_eq!(read(page), lines);
}

#[test]
fn furniture_is_told_and_what_nobody_sees_is_left_out() {
    let page = "<style>.gone { display: none } @media print { p { display: none } } .stuck { position: fixed }</style>\
        <nav>Pears</nav><div id=cookie-banner>We use cookies.</div><div class='cmp cmp-text'><p>Trusted by you.</p></div><p class=gone>We sell you.</p><p hidden>No.</p>\
        <div class=stuck>Chat</div><button aria-controls=more>More</button><div id=more style='display: none'>We keep pears.</div>\
        <p>We sell pears, and pears alone, and we have done so for years.</p><template>Nothing</template><script>x</script>";
    let lines = [
        "furniture 0: Pears",
        "furniture 0: We use cookies.",
        "paragraph 0: Trusted by you.",
        "furniture 0: Chat",
        "furniture 0: More",
        "+paragraph 0: We keep pears.",
        "paragraph 0: We sell pears, and pears alone, and we have done so for years.",
    ];
    assert_eq!(read(page), lines);
}

#[test]
fn the_page_s_own_rules_win_by_weight_then_by_place() {
    let page = "<style>/* a */ p{display:none} .x, #y{display:block} p{display:none} .z{display:block!important}</style>\
        <p>1</p><p class=x>2</p><p id=y>3</p><p class=z style='display:none'>4</p><p style='display:block'>5</p>";
    assert_eq!(read(page), ["paragraph 0: 2", "paragraph 0: 3", "paragraph 0: 4", "paragraph 0: 5"]);
}

#[test]
fn a_lone_break_after_a_long_line_only_broke_it() {
    let page =
        "We keep the pears that you send to us in a cool<br>and dry place.<br>Plums<br>are not<br><br>kept.";
    let lines = [
        "paragraph 0: We keep the pears that you send to us in a cool and dry place.",
        "paragraph 0: Plums",
        "paragraph 0: are not",
        "paragraph 0: kept.",
    ];
    assert_eq!(read(page), lines);
}

#[test]
fn what_a_click_shows_is_marked_and_what_nobody_sees_is_left_out() {
    let page = "<html lang=en><details><summary>Pears</summary><p>Kept cool.</p></details>\
        <button aria-controls=one aria-expanded=false>More</button><div id=one>Kept dry.</div>\
        <p style='position:absolute; left:-9999px'>Decoy</p><p style='font-size:0'>Tiny</p>\
        <p style='position:absolute; clip:rect(0 0 0 0)'>Cut</p><div class=panel hidden lang=de>Birnen</div><p>\u{2022} plums</p>";
    let lines = [
        "heading 2: Pears",
        "+paragraph 0: Kept cool.",
        "heading 2: More",
        "+paragraph 0: Kept dry.",
        "item 1: \u{2022} plums",
    ];
    assert_eq!(read(page), lines);
}

#[test]
fn shadow_roots_and_frames_are_read_in_their_place() {
    let page = "<p>Above</p><my-box><template shadowrootmode=open><style>p{display:none}</style><h2>Box</h2><slot name=a></slot>\
        <slot>Empty</slot></template><p slot=a>Pears</p>plums</my-box><template><p>Nothing</p></template>\
        <iframe srcdoc='<h3>Frame</h3><p>We keep pears.</p>'></iframe><iframe width=1 srcdoc='<p>Small</p>'></iframe>\
        <iframe sandbox srcdoc='<p>Shut</p>'></iframe><iframe src='/x'>Fallback</iframe><p>Below</p>";
    let lines = [
        "paragraph 0: Above",
        "heading 2: Box",
        "paragraph 0: Pears",
        "paragraph 0: plums",
        "heading 3: Frame",
        "paragraph 0: We keep pears.",
        "paragraph 0: Below",
    ];
    assert_eq!(read(page), lines);
}

#[test]
fn deep_nesting_is_read_to_its_end() {
    for tag in ["div", "b", "ul><li", "table><tr><td"] {
        let page = format!("<p>above</p>{}deep below", format!("<{tag}>").repeat(100_000));
        let blocks = Document::from_html(&page).blocks;
        assert!(blocks.iter().any(|block| block.text.contains("above")), "{tag}");
        assert!(blocks.iter().any(|block| block.text.contains("deep below")), "{tag}");
    }
}

#[test]
fn odd_characters_are_characters_like_any_other() {
    let page = "<p>pe\0ar &#xD800; &#0; &#x110000; &bogus; <p>\u{feff}\u{a0}</p></b></table></html>after<plaintext></p>";
    let lines = read(page);
    assert!(lines[0].starts_with("paragraph 0: pe"), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with("after")), "{lines:?}");
    assert!(read("").is_empty() && read("<").len() == 1 && read("<!--").is_empty());
}

#[test]
fn a_page_of_five_megabytes_is_read_as_far_as_the_browser_reads() {
    let page = "<p>We keep your pears in a cool and dry place.</p>".repeat(100_000);
    let blocks = Document::from_html(&page).blocks;
    let units: usize = blocks.iter().map(|block| block.text.encode_utf16().count()).sum();
    assert_eq!(units, 2_000_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Tags in any order, closed or not: every word of plain text is read once, in order, and blocks are tidy.
    #[test]
    fn no_soup_of_tags_breaks_the_reader(parts in proptest::collection::vec(0_usize..SOUP.len(), 0..60)) {
        let page: String = parts.iter().map(|part| SOUP[*part]).collect();
        for block in Document::from_html(&page).blocks {
            prop_assert!(!block.text.trim().is_empty());
            prop_assert!(!block.text.contains(['\n', '\r']));
            prop_assert!(matches!(block.kind, BlockKind::Heading | BlockKind::Item) == (block.level > 0));
        }
    }
}

const SOUP: [&str; 40] = [
    "pears ",
    "We sell. ",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<td colspan=999 rowspan=7>",
    "<th>",
    "<thead>",
    "<caption>",
    "<h2>",
    "</h2>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<pre>\n- a\n\nb\n",
    "</pre>",
    "<details>",
    "<summary>",
    "<button>",
    "<template>",
    "</template>",
    "<svg>",
    "</svg>",
    "<select>",
    "<style>p{display:none}",
    "</style>",
    "<!-- ",
    " -->",
    "\0&#xDFFF;<",
];
