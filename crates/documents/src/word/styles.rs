//! The styles: 宋体 for text, 黑体 for headings, sizes as Chinese offices use them. Sizes are in half points.

macro_rules! style {
    ($id:literal, $name:literal, $paragraph:literal, $($run:tt)*) => {
        concat!(
            r#"<w:style w:type="paragraph" w:styleId=""#, $id, r#""><w:name w:val=""#, $name, r#""/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>"#,
            $paragraph, "</w:pPr><w:rPr>", $($run)*, "</w:rPr></w:style>"
        )
    };
}

macro_rules! heiti {
    ($size:literal) => {
        concat!(
            r#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/><w:sz w:val=""#,
            $size,
            r#""/><w:szCs w:val=""#,
            $size,
            r#""/>"#
        )
    };
}

pub(super) const STYLES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>"#,
    r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="宋体"/>"#,
    r#"<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>"#,
    r#"<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    style!(
        "Title",
        "Title",
        r#"<w:spacing w:before="240" w:after="120" w:line="400" w:lineRule="auto"/><w:jc w:val="center"/>"#,
        r#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/><w:b/><w:sz w:val="40"/><w:szCs w:val="40"/>"#
    ),
    style!(
        "Subtitle",
        "Subtitle",
        r#"<w:spacing w:after="240"/><w:jc w:val="center"/>"#,
        r#"<w:color w:val="595959"/><w:sz w:val="21"/><w:szCs w:val="21"/>"#
    ),
    style!(
        "Heading1",
        "heading 1",
        r#"<w:keepNext/><w:spacing w:before="300" w:after="140"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/><w:b/><w:sz w:val="30"/><w:szCs w:val="30"/>"#
    ),
    style!(
        "Heading2",
        "heading 2",
        r#"<w:keepNext/><w:spacing w:before="140" w:after="40"/><w:outlineLvl w:val="1"/>"#,
        heiti!("24")
    ),
    style!(
        "BodyText",
        "Body Text",
        r#"<w:ind w:firstLine="480" w:firstLineChars="200"/><w:jc w:val="both"/>"#,
        ""
    ),
    style!(
        "ListParagraph",
        "List Paragraph",
        r#"<w:ind w:left="480" w:leftChars="200"/><w:jc w:val="both"/>"#,
        ""
    ),
    style!(
        "TableHead",
        "Table Head",
        r#"<w:keepNext/><w:spacing w:before="40" w:after="40" w:line="280" w:lineRule="auto"/><w:jc w:val="center"/>"#,
        heiti!("21")
    ),
    style!(
        "TableText",
        "Table Text",
        r#"<w:spacing w:before="40" w:after="40" w:line="280" w:lineRule="auto"/>"#,
        r#"<w:sz w:val="21"/><w:szCs w:val="21"/>"#
    ),
    style!(
        "TableGap",
        "Table Gap",
        r#"<w:spacing w:line="160" w:lineRule="exact"/>"#,
        r#"<w:sz w:val="12"/>"#
    ),
    style!(
        "Signature",
        "Signature Line",
        r#"<w:keepNext/><w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="4200"/></w:tabs><w:spacing w:before="120" w:after="120"/>"#,
        ""
    ),
    style!(
        "Header",
        "header",
        r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr><w:jc w:val="center"/>"#,
        r#"<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#
    ),
    style!(
        "Footer",
        "footer",
        r#"<w:tabs><w:tab w:val="right" w:pos="8958"/></w:tabs>"#,
        r#"<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#
    ),
    r#"<w:style w:type="table" w:styleId="PlanTable"><w:name w:val="Plan Table"/><w:tblPr><w:tblBorders>"#,
    r#"<w:top w:val="single" w:sz="8" w:color="404040"/><w:left w:val="single" w:sz="4" w:color="808080"/><w:bottom w:val="single" w:sz="8" w:color="404040"/>"#,
    r#"<w:right w:val="single" w:sz="4" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:color="808080"/><w:insideV w:val="single" w:sz="4" w:color="808080"/></w:tblBorders>"#,
    r#"<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="table" w:styleId="PlainTable"><w:name w:val="Plain Table"/></w:style></w:styles>"#
);
