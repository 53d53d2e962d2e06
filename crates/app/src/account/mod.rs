//! Signing in and one's own account.

mod act_as;
mod api_tokens;
mod authenticate;
mod change_language;
mod change_password;
mod first_administrator;
mod lockout;
mod me;
mod password;
mod saved_views;
mod sessions;
mod sign_in;
mod sign_out;
mod token;

pub use act_as::act_as;
pub use api_tokens::{
    ApiTokenView, CreateApiToken, CreatedApiToken, api_tokens, check_reach, create_api_token,
    revoke_api_token,
};
pub use authenticate::authenticate;
pub use change_language::{ChangeLanguage, change_language};
pub use change_password::{ChangePassword, change_password};
pub use first_administrator::{FirstAdministrator, first_administrator};
pub use me::{Me, me};
pub use password::{Passwords, check_password};
pub use saved_views::{KeepViews, ListName, SavedView, SavedViews, keep_views, saved_views};
pub use sessions::{SessionView, revoke_session, sessions};
pub use sign_in::{Peer, SignIn, SignedIn, sign_in};
pub use sign_out::sign_out;

use domain::ids::PersonId;
use jiff::SignedDuration;
use store::Tx;

use crate::error::Result;

/// A session that nobody used for this long is over.
pub const IDLE: SignedDuration = SignedDuration::from_hours(72);
/// A session is over after this long, used or not.
pub const ABSOLUTE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Waits until nobody else opens or ends the sessions of a person, or gives them another password: a session that is opened
/// with the password of before does not outlive the change.
pub(crate) async fn sessions_alone(tx: &mut Tx, person: PersonId) -> Result<()> {
    Ok(tx.alone(&format!("session/{person}")).await?)
}

crate::messages! {
    NEEDS_SIGN_IN = "needs-sign-in", "这一步须本人登录后进行，不能使用令牌。", "This needs the person to sign in; a token cannot do it.";
    READS_ONLY = "token-reads-only", "该令牌只能读取。", "This token may only read.";
    WRONG_SIGN_IN = "wrong-sign-in", "账号或密码不正确。", "The account or the password is wrong.";
    LOCKED = "locked", "失败次数过多，请在 {seconds} 秒后再试。", "Too many failures; try again in {seconds} seconds.";
    PASSWORD_CHANGE_REQUIRED = "password-change-required", "请先修改密码，再继续使用。", "Change your password first.";
    WRONG_PASSWORD = "wrong-password", "当前密码不正确。", "The current password is wrong.";
    SAME_PASSWORD = "same-password", "新密码不能与当前密码相同。", "The new password must differ from the current one.";
    PASSWORD_LENGTH = "password-length", "密码需要 {min} 到 {max} 个字符。", "A password has {min} to {max} characters.";
    PASSWORD_COMMON = "password-common", "这个密码太常见或太简单，请换一个不容易猜到的。",
        "This password is too common or too simple; choose one that is hard to guess.";
    PASSWORD_PERSONAL = "password-personal", "密码不能包含账号。", "The password must not contain the account.";
}
