//! People: who signs in, with which roles, skills and areas, at which place.

mod change;
mod create;
mod deactivate;
mod fields;
mod list;
mod reset_password;
mod view;

pub use change::change;
pub use create::{CreatePerson, create};
pub use deactivate::{deactivate, reactivate};
pub use fields::PersonFields;
pub use list::{ListPeople, list};
pub use reset_password::{ResetPassword, reset_password};
pub use view::{PersonView, get};

crate::messages! {
    LOGIN_TAKEN = "login-taken", "账号“{login}”已被使用，请换一个。", "The account “{login}” is taken; choose another.";
    LOGIN_SHAPE = "login-shape", "账号为 3 至 32 个字母、数字或 . _ - @，不分大小写。",
        "An account has 3 to 32 letters, digits or . _ - @, upper and lower case alike.";
    NO_ROLE = "no-role", "至少需要一个角色。", "At least one role is needed.";
    ROLE_TWICE = "role-twice", "角色 {role} 重复。", "The role {role} is listed twice.";
    OUTSIDER_ROLE = "outsider-role", "角色 {role} 不能与其他角色同时使用。", "The role {role} cannot be combined with another.";
    CUSTOMER_NEEDED = "customer-needed", "客户角色必须指定所属客户，其他角色不能指定。",
        "The role customer needs a customer, and no other role has one.";
    LAST_ADMINISTRATOR = "last-administrator", "这是最后一位管理员，不能停用或取消其管理员角色。",
        "This is the last administrator, who can neither be deactivated nor lose the role.";
    NOT_YOURSELF = "not-yourself", "不能停用自己的账号，也不能由此重置自己的密码。",
        "You can neither deactivate your own account nor reset your own password this way.";
    PLACE_CLOSED = "place-closed", "该机构已停用。", "This place is closed.";
    DEACTIVATED = "deactivated", "该人员已停用。", "This person is deactivated.";
}
