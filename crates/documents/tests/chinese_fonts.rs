//! PDF files whose fonts name a published encoding and carry no map, as Chinese office programs and converters write them.

use std::fmt::Write as _;

use documents::text::extract;
use encoding_rs::GBK;
use rstest::rstest;

const LINES: [&str; 3] = [
    "售后服务方案",
    "产品质保期为三年，自验收合格之日起计算。",
    "接到报修后2小时内响应，24小时内到达现场（7×24），电话 400-000-0000。",
];

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

fn gbk(text: &str) -> Vec<u8> {
    GBK.encode(text).0.into_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// One page of lines in one font that is not embedded.
fn pdf(encoding: &str, encode: fn(&str) -> Vec<u8>) -> Vec<u8> {
    let shown = LINES.map(|line| {
        let hex = hex(&encode(line));
        format!("<{hex}> Tj T*")
    });
    let page = format!("BT /F1 12 Tf 14 TL 50 780 Td {} ET", shown.join(" "));
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{page}\nendstream", page.len()),
        format!("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[6 0 R]>>"),
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>\
         /DW 1000/W[1[207]6[797]9 10 374 814 939 500]/FontDescriptor 7 0 R>>"
            .to_owned(),
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880\
         /Descent -120/CapHeight 880/StemV 93>>"
            .to_owned(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let table = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    file.extend(
        format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").into_bytes(),
    );
    file
}

#[rstest]
#[case("UniGB-UCS2-H", utf16)]
#[case("UniGB-UTF16-H", utf16)]
#[case("GBK-EUC-H", gbk)]
#[case("GBK2K-H", gbk)]
fn the_text_is_read_by_the_name_of_its_encoding(
    #[case] encoding: &str,
    #[case] encode: fn(&str) -> Vec<u8>,
) {
    let text = extract(&pdf(encoding, encode)).expect("it is read");
    let told: String = text.split_whitespace().collect();
    let written: String = LINES.concat().split_whitespace().collect();
    assert_eq!(told, written, "{text}");
    assert_eq!(
        text.lines().filter(|line| !line.trim().is_empty()).count(),
        LINES.len(),
        "{text}"
    );
}
