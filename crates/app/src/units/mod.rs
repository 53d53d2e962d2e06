//! Installed units (设备) and their components.

mod change;
mod code;
mod components;
mod fields;
mod files;
pub(crate) mod index;
mod list;
pub(crate) mod register;
mod repair;
mod retire;
mod view;

pub use change::change;
pub use components::{
    ComponentFields, ReplaceComponent, add_component, change_component, remove_component,
    replace_component,
};
pub use fields::UnitFields;
pub use files::{
    ListUnitFiles, NewUnitFile, RemoveUnitFile, RemovedView, UnitFileView, UnitFiles, add_file,
    download_file, files, remove_file, upload_file,
};
pub use list::{ListUnits, list};
pub(crate) use register::changed;
pub use register::{insert_new, register};
pub use repair::{NoteRepair, note_repair};
pub use retire::{restore, retire};
pub(crate) use view::sees_price;
pub use view::{ComponentView, RepairView, UnitView, UnitWhole, get};

/// The series of unit numbers.
pub const SERIES: &str = "SB";

crate::messages! {
    SERIAL_TAKEN = "serial-taken", "该型号已登记序列号“{serial}”，设备编号 {number}。",
        "This model has a unit with the serial number “{serial}” already: {number}.";
    SERIAL_ELSEWHERE = "serial-elsewhere", "该型号的这个序列号已由其他机构登记，请核对铭牌，或请总部查询。",
        "Another branch has registered this serial number of the model. Check the nameplate, or ask the head office.";
    NO_PRODUCT = "no-product", "没有这个产品，或者该产品已归档。", "There is no such product, or it is archived.";
    NO_CUSTOMER = "no-customer", "没有这个客户，或者该客户已归档，或者您无权查看。",
        "There is no such customer, or it is archived, or not yours to see.";
    NO_SITE = "no-site", "该客户没有这个地点。", "The customer has no such site.";
    NO_CLASS = "no-class", "该产品没有部件类别“{class}”。", "The product has no class of components “{class}”.";
    BAD_DAY = "bad-day", "日期应在 1970 年至 2200 年之间。", "A day lies between 1970 and 2200.";
    DAY_TO_COME = "day-to-come", "该日期应不晚于 {latest}，请检查年份。", "This day is no later than {latest}: check the year.";
    BEFORE_MADE = "before-made", "该日期早于出厂日期 {made}。", "This day is before the unit left the factory on {made}.";
    BAD_USAGE = "bad-usage", "使用量不能小于 0。", "Usage cannot be below 0.";
    NO_PRICE = "no-price", "价款写成元，例如 2999.00。", "A price is written in yuan, such as 2999.00.";
    NEGATIVE = "negative-price", "价款不能小于 0。", "A price cannot be below 0.";
    RETIRED = "retired", "该设备已停用，请先恢复。", "This unit is retired; restore it first.";
    NOT_RETIRED = "not-retired", "该设备没有停用。", "This unit is not retired.";
    COMPONENT_GONE = "component-gone", "该部件已于 {day} 换下。", "This component was taken out on {day}.";
    REPAIR_ENDS_FIRST = "repair-ends-first", "结束日期早于开始日期。", "The last day is before the first.";
    REPAIR_TO_COME = "repair-to-come", "维修日期不能晚于今天 {today}。", "A repair is no later than today, {today}.";
    REPAIR_BEFORE_REPORT = "repair-before-report", "维修日期早于报修日期 {day}。", "It was reported only on {day}.";
    OUT_BEFORE_IN = "out-before-in", "换下日期早于装上日期 {day}。", "It was fitted only on {day}.";
}
