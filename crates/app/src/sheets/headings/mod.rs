//! What else people write above a column: the usual words for it, beside its titles in both languages.

mod units;

use self::units::UNITS;
use super::Book;

type Synonyms = &'static [(&'static str, &'static [&'static str])];

/// The other headings of a column. Within one book no heading names two columns.
pub(super) fn of(book: Book, key: &str) -> &'static [&'static str] {
    let table = match book {
        Book::Customers => CUSTOMERS,
        Book::Products => PRODUCTS,
        Book::Units => UNITS,
    };
    table
        .iter()
        .find(|(known, _)| *known == key)
        .map_or(&[], |(_, names)| *names)
}

/// A place of the company is called the same in every book.
const BRANCH: &[&str] = &[
    "机构",
    "分公司",
    "所属分公司",
    "分支机构",
    "网点",
    "所属网点",
    "门店",
    "Office",
    "Outlet",
];

const CUSTOMERS: Synonyms = &[
    (
        "number",
        &[
            "编号",
            "客户代码",
            "客户号",
            "Customer number",
            "Customer no",
            "Customer code",
            "ID",
        ],
    ),
    (
        "name",
        &[
            "客户",
            "名称",
            "客户名",
            "客户全称",
            "客户姓名",
            "姓名",
            "单位",
            "单位名称",
            "公司",
            "公司名称",
            "企业名称",
            "使用单位",
            "甲方",
            "Customer",
            "Customer name",
            "Company",
            "Company name",
            "Organisation",
            "Organization",
        ],
    ),
    (
        "kind",
        &[
            "类型",
            "客户性质",
            "客户类别",
            "性质",
            "Type",
            "Customer kind",
            "Customer type",
        ],
    ),
    (
        "phone",
        &[
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "电话号码",
            "联系电话",
            "联系方式",
            "联系号码",
            "固定电话",
            "座机",
            "客户手机",
            "Phone",
            "Phone number",
            "Telephone number",
            "Tel",
            "Mobile",
            "Mobile phone",
            "Cell phone",
            "Customer phone",
        ],
    ),
    (
        "mail",
        &[
            "邮箱",
            "电子邮箱",
            "电子邮件",
            "邮件",
            "邮箱地址",
            "Email",
            "Email address",
            "Customer mail",
        ],
    ),
    (
        "uscc",
        &[
            "信用代码",
            "社会信用代码",
            "统一信用代码",
            "税号",
            "纳税人识别号",
            "Unified social credit code",
            "Tax number",
        ],
    ),
    ("branch", BRANCH),
    (
        "note",
        &[
            "备注", "说明", "Remark", "Remarks", "Notes", "Comment", "Comments",
        ],
    ),
    (
        "site",
        &[
            "地点",
            "场所",
            "站点",
            "项目",
            "项目名称",
            "厂区",
            "Site name",
            "Location",
            "Project",
        ],
    ),
    (
        "address",
        &[
            "地址",
            "详细地址",
            "客户地址",
            "通讯地址",
            "安装地址",
            "Site address",
            "Street address",
        ],
    ),
    (
        "region",
        &["区域", "地区", "片区", "所属区域", "Service region", "Area"],
    ),
    (
        "distance_km",
        &[
            "距离",
            "距离km",
            "公里",
            "公里数",
            "Distance",
            "Kilometres",
            "km",
        ],
    ),
    (
        "contact",
        &[
            "联系人姓名",
            "负责人",
            "对接人",
            "Contact name",
            "Contact person",
        ],
    ),
    ("duty", &["职务", "职位", "岗位", "Position", "Job title"]),
    (
        "contact_phone",
        &[
            "联系人手机",
            "联系人手机号",
            "联系人联系方式",
            "Contact phone",
            "Contact mobile",
        ],
    ),
    (
        "contact_mail",
        &["联系人电子邮箱", "联系人邮件", "Contact email"],
    ),
];

const PRODUCTS: Synonyms = &[
    (
        "model",
        &[
            "产品型号",
            "设备型号",
            "规格型号",
            "型号规格",
            "规格",
            "机型",
            "Product model",
            "Model number",
            "Model no",
            "Type",
        ],
    ),
    (
        "name",
        &[
            "名称",
            "品名",
            "产品",
            "产品名",
            "设备名称",
            "Product",
            "Product name",
        ],
    ),
    (
        "family",
        &[
            "类别",
            "分类",
            "产品分类",
            "品类",
            "系列",
            "产品系列",
            "Category",
            "Product family",
        ],
    ),
    ("brand", &["牌子", "厂牌", "商标", "Make"]),
    ("legal_product", &["三包产品", "三包目录", "Legal product"]),
    (
        "classes",
        &["部件", "部件分类", "部件名称", "Components", "Parts"],
    ),
    (
        "end_of_production_on",
        &["停产日", "停产时间", "EOP", "End of production on"],
    ),
];

#[cfg(test)]
mod tests;
