//! Products (产品) with their classes of components.

mod archive;
mod change;
pub(crate) mod create;
mod fields;
mod list;
mod view;

pub use archive::{archive, restore};
pub use change::change;
pub use create::create;
pub use fields::{ClassFields, ProductFields};
pub use list::{ListProducts, families, list};
pub use view::{ProductView, get};

crate::messages! {
    MODEL_TAKEN = "model-taken", "型号“{model}”已存在。", "The model “{model}” exists already.";
    CLASS_TWICE = "class-twice", "部件类别“{class}”重复。", "The class “{class}” is listed twice.";
    PRODUCT_ARCHIVED = "product-archived", "该产品已归档，请先恢复。", "This product is archived; restore it first.";
    PRODUCT_NOT_ARCHIVED = "product-not-archived", "该产品没有归档。", "This product is not archived.";
}
