//! The columns of each spreadsheet.

use documents::sheet::{Column, Kind, Layout, Title};
use domain::plan::clauses::warranty::StartDate;

use super::words::{Choices, KINDS, PAPERS, TERRITORIES};
use super::{Book, headings};

/// The words that depend on the company: its places and regions.
#[derive(Debug, Default)]
pub(super) struct Offers {
    pub(super) branches: Vec<String>,
    pub(super) regions: Vec<String>,
}

/// The columns of a book.
pub(super) fn layout(book: Book, offers: &Offers) -> Layout {
    let (name, columns) = match book {
        Book::Customers => (title("客户", "Customers"), customers(offers)),
        Book::Products => (title("产品", "Products"), products()),
        Book::Units => (title("设备", "Units"), units(offers)),
    };
    let columns = columns
        .into_iter()
        .map(|column| Column {
            also: headings::of(book, column.key),
            ..column
        })
        .collect();
    Layout { name, columns }
}

fn customers(offers: &Offers) -> Vec<Column> {
    let branch = Kind::Choice(offers.branches.clone());
    let region = Kind::Choice(offers.regions.clone());
    vec![
        text(
            "number",
            "客户编号",
            "Number",
            "已有客户填编号，新客户留空",
            "Of a customer on file; leave empty for a new one",
        ),
        required(text(
            "name",
            "客户名称",
            "Name",
            "同一客户有多个地点或联系人时，每行重复填写",
            "Repeat it in each row of the same customer",
        )),
        choice("kind", "客户类型", "Kind", KINDS),
        text(
            "phone",
            "客户电话",
            "Telephone",
            "手机或固定电话，分机写在“转”后面",
            "An extension after x",
        ),
        text("mail", "客户邮箱", "Mail", "", ""),
        text(
            "uscc",
            "统一社会信用代码",
            "Credit code",
            "18 位，仅单位填写",
            "18 characters; organisations only",
        ),
        column(
            "branch",
            "所属机构",
            "Branch",
            branch,
            "留空为导入人所在机构",
            "Your own place when left empty",
        ),
        text("note", "客户备注", "Note", "", ""),
        text(
            "site",
            "地点名称",
            "Site",
            "例如：3 号厂房；只有一个地址时可留空，以客户名称命名",
            "For example: plant 3; with nothing but an address it is named after the customer",
        ),
        text(
            "address",
            "地点地址",
            "Address",
            "填写地点时必填",
            "Required with a site",
        ),
        column("region", "服务区域", "Region", region, "", ""),
        column(
            "distance_km",
            "距离（公里）",
            "Distance (km)",
            Kind::Number,
            "",
            "",
        ),
        text("contact", "联系人", "Contact", "", ""),
        text("duty", "联系人职务", "Duty", "", ""),
        text("contact_phone", "联系人电话", "Contact telephone", "", ""),
        text("contact_mail", "联系人邮箱", "Contact mail", "", ""),
    ]
}

fn products() -> Vec<Column> {
    vec![
        required(text("model", "型号", "Model", "不可重复", "Unique")),
        required(text("name", "产品名称", "Name", "", "")),
        text("family", "产品类别", "Family", "", ""),
        text("brand", "品牌", "Brand", "", ""),
        text(
            "legal_product",
            "三包目录产品",
            "Product listed by law",
            "目录中的代号，例如 washing-machine",
            "Its key, such as washing-machine",
        ),
        text(
            "classes",
            "部件类别",
            "Component classes",
            "代号:名称，用分号隔开，例如 bulb:灯泡；main-board:主板",
            "key:label, several with semicolons: bulb:Bulb; main-board:Main board",
        ),
        column(
            "end_of_production_on",
            "停产日期",
            "End of production",
            Kind::Date,
            "",
            "",
        ),
    ]
}

fn units(offers: &Offers) -> Vec<Column> {
    let mut columns = vec![
        text(
            "number",
            "设备编号",
            "Number",
            "导出时填写；新设备留空",
            "Of a unit on file; leave empty for a new one",
        ),
        required(text(
            "model",
            "产品型号",
            "Model",
            "须先登记产品",
            "Of a product on file",
        )),
        required(text(
            "serial",
            "序列号",
            "Serial number",
            "同一型号内不可重复",
            "Unique among the units of the model",
        )),
        required(text(
            "customer",
            "客户编号或名称",
            "Customer number or name",
            "重名时填编号",
            "The number where a name is not unique",
        )),
        text(
            "site",
            "地点名称",
            "Site",
            "该客户名下的地点",
            "One of the customer's sites",
        ),
        column(
            "branch",
            "所属机构",
            "Branch",
            Kind::Choice(offers.branches.clone()),
            "留空为客户所属机构",
            "The customer's when left empty",
        ),
        text(
            "place",
            "安装位置",
            "Place",
            "例如：2 楼机房",
            "For example: room 201",
        ),
    ];
    columns.extend(StartDate::ALL.iter().map(|kind| {
        let (zh, en) = date_titles(*kind);
        column(kind.as_str(), zh, en, Kind::Date, "", "")
    }));
    columns.extend([
        choice("card", "保修卡", "Warranty card", PAPERS),
        choice("proof", "购买凭证", "Proof of purchase", PAPERS),
        choice("territory", "销售地域", "Sold in", TERRITORIES),
        column(
            "usage_amount",
            "使用量",
            "Usage",
            Kind::Number,
            "小时、公里或次数",
            "Hours, kilometres or cycles",
        ),
        text(
            "price",
            "购买价（元）",
            "Price paid (yuan)",
            "例如：2999.00",
            "For example: 2999.00",
        ),
        text(
            "components",
            "部件",
            "Components",
            "类别:序列号，用分号隔开，例如 灯泡:SN1；主板:SN2",
            "class:serial number, several with semicolons",
        ),
        text("note", "设备备注", "Note", "", ""),
    ]);
    columns
}

/// The titles of the days a warranty may start on.
pub(super) const fn date_titles(kind: StartDate) -> (&'static str, &'static str) {
    match kind {
        StartDate::Contract => ("合同起算日", "Contract day"),
        StartDate::Accepted => ("验收日期", "Accepted"),
        StartDate::Commissioned => ("投运日期", "Commissioned"),
        StartDate::Delivered => ("交付日期", "Delivered"),
        StartDate::Installed => ("安装日期", "Installed"),
        StartDate::Purchased => ("购买日期", "Purchased"),
        StartDate::Completed => ("完工日期", "Completed"),
        StartDate::PutToUse => ("启用日期", "Put to use"),
        StartDate::Manufactured => ("出厂日期", "Manufactured"),
    }
}

const fn title(zh: &'static str, en: &'static str) -> Title {
    Title { zh, en }
}

fn column(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: Kind,
    hint: &'static str,
    hint_en: &'static str,
) -> Column {
    Column {
        key,
        title: title(zh, en),
        also: &[],
        kind,
        required: false,
        hint: title(hint, hint_en),
    }
}

fn text(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    hint: &'static str,
    hint_en: &'static str,
) -> Column {
    column(key, zh, en, Kind::Text, hint, hint_en)
}

fn choice(key: &'static str, zh: &'static str, en: &'static str, choices: Choices) -> Column {
    column(key, zh, en, Kind::Words(choices.words), "", "")
}

fn required(column: Column) -> Column {
    Column {
        required: true,
        ..column
    }
}
