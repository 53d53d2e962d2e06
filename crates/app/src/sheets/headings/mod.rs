//! What else people write above a column: the usual words for it, beside its titles in both languages.

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
    (
        "branch",
        &[
            "机构",
            "分公司",
            "所属分公司",
            "分支机构",
            "网点",
            "所属网点",
            "门店",
            "Office",
            "Outlet",
        ],
    ),
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

const UNITS: Synonyms = &[
    (
        "number",
        &["编号", "设备号", "资产编号", "Unit number", "Unit no", "ID"],
    ),
    (
        "model",
        &[
            "型号",
            "设备型号",
            "规格型号",
            "型号规格",
            "规格",
            "机型",
            "Product model",
            "Model number",
            "Model no",
        ],
    ),
    (
        "serial",
        &[
            "SN",
            "S/N",
            "SN码",
            "SN号",
            "序号",
            "系列号",
            "机身号",
            "机身编号",
            "机号",
            "机器编号",
            "出厂编号",
            "出厂号",
            "产品编号",
            "设备序列号",
            "整机编号",
            "整机序列号",
            "产品序列号",
            "Serial",
            "Serial no",
        ],
    ),
    (
        "customer",
        &[
            "客户",
            "客户名称",
            "客户编号",
            "客户名",
            "使用单位",
            "用户",
            "用户单位",
            "单位",
            "单位名称",
            "公司名称",
            "甲方",
            "Customer",
            "Customer name",
            "Customer number",
            "Owner",
            "Company",
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
            "安装地点",
            "使用地点",
            "Site name",
            "Location",
            "Project",
        ],
    ),
    (
        "branch",
        &[
            "机构",
            "分公司",
            "所属分公司",
            "分支机构",
            "网点",
            "所属网点",
            "门店",
            "Office",
            "Outlet",
        ],
    ),
    (
        "place",
        &[
            "位置",
            "具体位置",
            "安装部位",
            "摆放位置",
            "Position",
            "Installed at",
            "Room",
        ],
    ),
    (
        "contract",
        &[
            "合同起算日期",
            "合同约定起算日",
            "质保起算日",
            "保修起算日",
            "Warranty start",
        ],
    ),
    (
        "accepted",
        &[
            "验收日",
            "验收时间",
            "验收合格日期",
            "验收合格日",
            "Acceptance",
            "Acceptance date",
            "Accepted on",
        ],
    ),
    (
        "commissioned",
        &[
            "投运日",
            "投运时间",
            "投用日期",
            "投产日期",
            "运行日期",
            "Commissioning date",
            "Commissioned on",
        ],
    ),
    (
        "delivered",
        &[
            "交付日",
            "交付时间",
            "交货日期",
            "到货日期",
            "Delivery date",
            "Delivered on",
        ],
    ),
    (
        "installed",
        &[
            "安装日",
            "安装时间",
            "装机日期",
            "Installation date",
            "Installed on",
        ],
    ),
    (
        "purchased",
        &[
            "购买日",
            "购买时间",
            "购机日期",
            "购置日期",
            "采购日期",
            "购入日期",
            "Purchase date",
            "Purchased on",
        ],
    ),
    (
        "completed",
        &[
            "完工日",
            "完工时间",
            "竣工日期",
            "Completion date",
            "Completed on",
        ],
    ),
    (
        "put_to_use",
        &[
            "启用日",
            "启用时间",
            "投入使用日期",
            "开始使用日期",
            "In use since",
        ],
    ),
    (
        "manufactured",
        &[
            "出厂日",
            "出厂时间",
            "生产日期",
            "制造日期",
            "Production date",
            "Manufacture date",
            "Manufacturing date",
        ],
    ),
    ("card", &["有无保修卡", "质保卡", "保修单", "Card"]),
    ("proof", &["凭证", "购机凭证", "有无发票", "Proof"]),
    ("territory", &["销售区域", "销售范围", "Territory"]),
    (
        "usage_amount",
        &[
            "用量",
            "运行小时",
            "运行小时数",
            "运行时间",
            "里程",
            "Usage amount",
            "Operating hours",
        ],
    ),
    ("components", &["零部件", "组件", "部件清单", "Parts"]),
    (
        "note",
        &[
            "备注", "说明", "Remark", "Remarks", "Notes", "Comment", "Comments",
        ],
    ),
];

#[cfg(test)]
mod tests;
