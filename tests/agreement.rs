//! The command line reads HTML as the browser does: the blocks of every test page are those in its `blocks.txt`.
//!
//! Pages where they cannot agree stand in `tests/apart.txt`, a page and the reason on a line; a page that agrees
//! must not stand there.

use std::collections::BTreeMap;
use std::fs;

use smallprint::Document;

mod blocks_txt;

#[test]
fn both_read_the_same_blocks_of_every_test_page() {
    let apart = apart();
    let complaints: Vec<String> = pages().iter().filter_map(|name| complaint(name, &apart)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    let unknown: Vec<&String> = apart.keys().filter(|name| !pages().contains(name)).collect();
    assert!(unknown.is_empty(), "tests/apart.txt names no test page: {unknown:?}");
}

fn pages() -> Vec<String> {
    let folders =
        fs::read_dir("tests/pages").expect("tests/pages").map(|entry| entry.expect("an entry").path());
    let pages = folders.filter(|folder| folder.join("page.html").exists());
    pages.map(|folder| folder.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

fn apart() -> BTreeMap<String, String> {
    let lines = fs::read_to_string("tests/apart.txt").unwrap_or_default();
    let pages = lines.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    pages.map(|(name, why)| (name.to_owned(), why.to_owned())).collect()
}

fn complaint(name: &str, apart: &BTreeMap<String, String>) -> Option<String> {
    let read = |file| fs::read_to_string(format!("tests/pages/{name}/{file}")).expect(file);
    let (ours, browsers) =
        (Document::from_html(&read("page.html")), blocks_txt::document(&read("blocks.txt")));
    let difference = difference(&ours, &browsers);
    match (difference, apart.get(name)) {
        (Some(_), Some(_)) | (None, None) => None,
        (Some(difference), None) => Some(format!("{name}: {difference}")),
        (None, Some(why)) => Some(format!("{name}: agrees now; tests/apart.txt says: {why}")),
    }
}

fn difference(ours: &Document, browsers: &Document) -> Option<String> {
    if (&ours.title, ours.lang.as_deref().unwrap_or_default())
        != (&browsers.title, browsers.lang.as_deref().unwrap_or_default())
    {
        return Some(format!("title {:?}, language {:?}", ours.title, ours.lang));
    }
    let most = ours.blocks.len().max(browsers.blocks.len());
    let place = (0..most).find(|place| ours.blocks.get(*place) != browsers.blocks.get(*place))?;
    Some(format!(
        "block {place}\n  here:    {:?}\n  browser: {:?}",
        ours.blocks.get(place),
        browsers.blocks.get(place)
    ))
}
