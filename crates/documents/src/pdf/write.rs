//! Pages as the bytes of a PDF: subset fonts, compressed contents, header and footer.

use std::collections::BTreeMap;

use domain::plan::wording::{Edition, Paper};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::Milli;
use super::attachment;
use super::font::{Fonts, Weight};
use super::page::{HEIGHT, Mark, SIDE, TEXT, WIDTH};
use crate::enclosed::Enclosed;

const SMALL: Milli = 8_500;
const GREY: u16 = 400;

/// Hands out object numbers.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// A face as it is used by the document: which glyphs, under which new numbers, for which characters.
struct Used {
    name: &'static [u8],
    weight: Weight,
    id: Ref,
    glyphs: GlyphRemapper,
    chars: BTreeMap<u16, char>,
}

/// The whole file.
pub(super) fn document(
    paper: &Paper,
    pages: &[Vec<Mark>],
    enclosed: Option<&Enclosed>,
    fonts: &Fonts<'_>,
) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let mut pdf = Pdf::new();
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let (spec, file) = (numbers.next(), numbers.next());
    let mut used = Weight::ALL.map(|weight| Used {
        name: match weight {
            Weight::Regular => b"F1",
            Weight::Bold => b"F2",
        },
        weight,
        id: numbers.next(),
        glyphs: GlyphRemapper::new(),
        chars: BTreeMap::new(),
    });
    let mut ids = Vec::new();
    for (index, marks) in pages.iter().enumerate() {
        let (page, contents) = (numbers.next(), numbers.next());
        let mut content = Content::new();
        if paper.edition == Edition::Draft {
            across(&mut content, fonts, &mut used);
        }
        for mark in marks {
            draw(&mut content, mark, fonts, &mut used);
        }
        around(
            &mut content,
            paper,
            (index + 1, pages.len()),
            fonts,
            &mut used,
        );
        pdf.stream(contents, &packed(&content.finish()))
            .filter(Filter::FlateDecode);
        let mut entry = pdf.page(page);
        entry
            .parent(tree)
            .media_box(Rect::new(0.0, 0.0, points(WIDTH), points(HEIGHT)))
            .contents(contents);
        let mut resources = entry.resources();
        let mut names = resources.fonts();
        for face in &used {
            names.pair(Name(face.name), face.id);
        }
        names.finish();
        resources.finish();
        entry.finish();
        ids.push(page);
    }
    pdf.pages(tree)
        .count(i32::try_from(ids.len()).unwrap_or(i32::MAX))
        .kids(ids);
    for face in &used {
        embed(&mut pdf, &mut numbers, face, fonts);
    }
    if let Some(enclosed) = enclosed {
        attachment::write(&mut pdf, (spec, file), enclosed);
    }
    pdf.document_info(info)
        .title(TextStr(&paper.title))
        .subject(TextStr(&paper.mark));
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr("zh-CN"));
    if enclosed.is_some() {
        root.names()
            .embedded_files()
            .names()
            .insert(attachment::name(), spec);
        root.insert(Name(b"AF")).array().item(spec);
    }
    root.finish();
    pdf.finish()
}

/// Header and footer.
fn around(
    content: &mut Content,
    paper: &Paper,
    (number, count): (usize, usize),
    fonts: &Fonts<'_>,
    used: &mut [Used; 2],
) {
    let mut put = |x: Milli, y: Milli, text: String, content: &mut Content| {
        let mark = Mark::Text {
            x,
            y,
            weight: Weight::Regular,
            size: SMALL,
            grey: GREY,
            spread: 0,
            text,
        };
        draw(content, &mark, fonts, used);
    };
    // The edition behind the title keeps a running header from being taken for the title of another plan.
    let header = match paper.edition {
        Edition::Draft => format!("{}（草稿）", paper.title),
        Edition::Version(number) => format!("{}（第 {number} 版）", paper.title),
    };
    let width = fonts.width(Weight::Regular, &header, SMALL);
    put(SIDE + (TEXT - width) / 2, HEIGHT - 50_000, header, content);
    put(SIDE, 42_000, paper.mark.clone(), content);
    let folio = format!("第 {number} 页 共 {count} 页");
    let width = fonts.width(Weight::Regular, &folio, SMALL);
    put(SIDE + TEXT - width, 42_000, folio, content);
    let rule = Mark::Rule {
        from: (SIDE, HEIGHT - 56_000),
        to: (SIDE + TEXT, HEIGHT - 56_000),
        width: 400,
    };
    draw(content, &rule, fonts, used);
}

/// 草稿 across the page, below everything else.
fn across(content: &mut Content, fonts: &Fonts<'_>, used: &mut [Used; 2]) {
    const SIZE: Milli = 150_000;
    // A quarter of a right angle either way reads well on A4: cosine and sine of 45 degrees.
    const TURN: Milli = 707;
    let face = &mut used[Weight::Bold as usize];
    content.save_state();
    content.set_fill_gray(points(920));
    content.begin_text();
    content.set_font(Name(face.name), points(SIZE));
    let turn = points(TURN);
    let (x, y) = (WIDTH / 2 - SIZE * 55 / 100, HEIGHT / 2 - SIZE * 85 / 100);
    content.set_text_matrix([turn, turn, points(-TURN), turn, points(x), points(y)]);
    content.show(Str(&coded("草稿", face, fonts)));
    content.end_text();
    content.restore_state();
}

fn draw(content: &mut Content, mark: &Mark, fonts: &Fonts<'_>, used: &mut [Used; 2]) {
    match mark {
        Mark::Text {
            x,
            y,
            weight,
            size,
            grey,
            spread,
            text,
        } => {
            if text.is_empty() {
                return;
            }
            let face = &mut used[*weight as usize];
            content.set_fill_gray(points(Milli::from(*grey)));
            content.begin_text();
            content.set_font(Name(face.name), points(*size));
            content.set_char_spacing(points(*spread));
            content.next_line(points(*x), points(*y));
            content.show(Str(&coded(text, face, fonts)));
            content.end_text();
        }
        Mark::Rule { from, to, width } => {
            content.set_stroke_gray(points(400));
            content.set_line_width(points(*width));
            content.move_to(points(from.0), points(from.1));
            content.line_to(points(to.0), points(to.1));
            content.stroke();
        }
        Mark::Shade {
            x,
            y,
            width,
            height,
        } => {
            content.set_fill_gray(points(930));
            content.rect(points(*x), points(*y), points(*width), points(*height));
            content.fill_nonzero();
        }
    }
}

/// The glyphs of a text under their new numbers, two bytes each.
fn coded(text: &str, face: &mut Used, fonts: &Fonts<'_>) -> Vec<u8> {
    text.chars()
        .flat_map(|char| {
            let code = face.glyphs.remap(fonts.glyph(face.weight, char).0);
            face.chars.entry(code).or_insert(char);
            code.to_be_bytes()
        })
        .collect()
}

const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

fn embed(pdf: &mut Pdf, numbers: &mut Numbers, used: &Used, fonts: &Fonts<'_>) {
    let loaded = fonts.face(used.weight);
    let face = &loaded.face;
    let (descendant, descriptor, cmap, data) = (
        numbers.next(),
        numbers.next(),
        numbers.next(),
        numbers.next(),
    );
    let name: &[u8] = match used.weight {
        Weight::Regular => b"JNPLAN+NotoSansSC-Regular",
        Weight::Bold => b"JNPLAN+NotoSansSC-Bold",
    };
    pdf.type0_font(used.id)
        .base_font(Name(name))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(descendant)
        .to_unicode(cmap);
    let outlines = face.tables().cff.is_some();
    let mut font = pdf.cid_font(descendant);
    font.subtype(if outlines {
        CidFontType::Type0
    } else {
        CidFontType::Type2
    })
    .base_font(Name(name))
    .system_info(SYSTEM)
    .font_descriptor(descriptor)
    .default_width(1000.0);
    if !outlines {
        font.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let widths = used.glyphs.remapped_gids().map(|old| {
        let units = face
            .glyph_hor_advance(ttf_parser::GlyphId(old))
            .unwrap_or(0);
        points(Milli::from(units) * 1_000_000 / Milli::from(face.units_per_em()))
    });
    font.widths().consecutive(0, widths);
    font.finish();
    let thousandth =
        |units: i16| points(Milli::from(units) * 1_000_000 / Milli::from(face.units_per_em()));
    let bounds = face.global_bounding_box();
    let mut about = pdf.font_descriptor(descriptor);
    about
        .name(Name(name))
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(
            thousandth(bounds.x_min),
            thousandth(bounds.y_min),
            thousandth(bounds.x_max),
            thousandth(bounds.y_max),
        ))
        .italic_angle(0.0)
        .ascent(thousandth(face.ascender()))
        .descent(thousandth(face.descender()))
        .cap_height(thousandth(face.capital_height().unwrap_or(face.ascender())))
        .stem_v(80.0);
    if outlines {
        about.font_file3(data);
    } else {
        about.font_file2(data);
    }
    about.finish();
    let mut map = UnicodeCmap::new(Name(b"Plan"), SYSTEM);
    for (code, char) in &used.chars {
        map.pair(*code, *char);
    }
    pdf.cmap(cmap, &map.finish());
    // A face that parsed has the tables a subset needs; without them the whole face is taken in.
    let subset =
        subsetter::subset(loaded.data, 0, &used.glyphs).unwrap_or_else(|_| loaded.data.to_vec());
    let packed = packed(&subset);
    let mut stream = pdf.stream(data, &packed);
    stream.filter(Filter::FlateDecode);
    if outlines {
        stream.pair(Name(b"Subtype"), Name(b"OpenType"));
    }
}

/// Compressed as PDF wants it.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

/// Thousandths as the number PDF writes.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "the format's numbers are decimal fractions; nothing is computed from them afterwards"
)]
fn points(milli: Milli) -> f32 {
    (milli as f64 / 1000.0) as f32
}
