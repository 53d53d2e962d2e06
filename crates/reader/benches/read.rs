//! How long reading takes.

fn main() {
    divan::main();
}

/// A plan of thirty pages: some thirty thousand characters.
#[divan::bench]
fn thirty_pages(bencher: divan::Bencher<'_, '_>) {
    let page = include_str!("../../../golden/reader/tuning/projection.txt");
    let text = page.repeat(30_000 / page.chars().count() + 1);
    bencher.bench(|| reader::read(&text));
}
