//! Customers, their sites and their contacts.

mod archive;
mod change;
mod contacts;
pub(crate) mod create;
mod fields;
pub(crate) mod index;
mod list;
pub(crate) mod sites;
mod view;

pub use archive::{archive, restore};
pub use change::change;
pub use contacts::{ContactFields, add_contact, change_contact, remove_contact};
pub use create::{CreateCustomer, create, insert_new};
pub use fields::CustomerFields;
pub(crate) use fields::phone;
pub use list::{ListCustomers, list};
pub use sites::{SiteFields, add_site, change_site, insert_site, remove_site};
pub use view::{ContactView, CustomerView, CustomerWhole, SiteView, get};
pub(crate) use view::{masked, shown_phone};

/// The series of customer numbers.
pub const SERIES: &str = "KH";

crate::messages! {
    BAD_PHONE = "bad-phone", "“{given}”不是电话号码，请填写 5 至 15 位数字，分机写在“转”后面。",
        "“{given}” is not a telephone number: write 5 to 15 digits, an extension after x.";
    BAD_USCC = "bad-uscc", "统一社会信用代码应为 18 位，且末位校验码相符，请检查是否有误。",
        "A unified social credit code has 18 characters and a fitting last one; look for a typing mistake.";
    USCC_TAKEN = "uscc-taken", "已有客户使用该统一社会信用代码。", "Another customer has this unified social credit code.";
    NAMESAKE = "customer-namesake", "客户 {number} 与此同名，可能是同一位。如确为另一位客户，请选择仍要新建。",
        "{number} has the same name and may be the same. If this is somebody else, create the customer all the same.";
    USCC_OF_CONSUMER = "uscc-of-consumer", "个人客户没有统一社会信用代码。", "A consumer has no unified social credit code.";
    ARCHIVED = "archived", "该客户已归档，请先恢复。", "This customer is archived; restore it first.";
    NOT_ARCHIVED = "not-archived", "该客户没有归档。", "This customer is not archived.";
    NO_REGION = "no-region", "没有这个服务区域。", "There is no such region.";
    OUTSIDE_BAND = "outside-band", "距离 {km} 公里不在服务区域“{label}”（{band}）内，请改距离或区域。",
        "{km} km is outside the region “{label}” ({band}): change the distance or the region.";
    BAD_DISTANCE = "bad-distance", "距离应在 0 至 20000 公里之间。", "A distance is between 0 and 20,000 km.";
}
