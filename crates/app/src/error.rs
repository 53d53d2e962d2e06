//! The one error of use cases. `api` maps its kind to a status; nothing else decides about HTTP.

use domain::access::{Refusal, Role};
use jiff::SignedDuration;
use store::StoreError;

use crate::language::{Language, role_name};
use crate::message::{Message, Text};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What sort of trouble it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be read at all.
    Malformed,
    /// The request is readable and wrong; `fields` says where.
    Invalid,
    /// Nobody is signed in.
    SignedOut,
    /// Signed in, but not allowed.
    Forbidden,
    /// Not there, or outside the caller's scope: never told apart.
    NotFound,
    /// The state of things does not allow it; `because` names the clauses.
    Refused,
    /// The caller read an older version.
    Stale,
    /// The request must say which version it changes.
    VersionMissing,
    /// The address exists, the method does not.
    NotAllowed,
    /// The body is of a kind that is not understood here.
    NotUnderstood,
    /// Too large.
    TooLarge,
    /// Too often; try again after this time.
    TooOften(SignedDuration),
    /// Data cannot be kept right now; nothing was changed.
    Unavailable,
    /// A defect of the program; the detail is in the log only.
    Internal,
}

/// What is wrong with one field of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the request's body; for a query parameter its name after `?`.
    pub pointer: String,
    pub text: Text,
}

/// A clause that a refusal rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseRef {
    pub id: String,
    pub heading: String,
    /// The sentence of the plan, where it was read from one.
    pub sentence: Option<String>,
}

/// Something that is there already, for a link to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Existing {
    /// What it is, as search names it: `customer`.
    pub kind: &'static str,
    pub id: String,
    pub title: String,
}

/// Why a use case did not act. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", .text.message.code, .detail.as_deref().unwrap_or(""))]
pub struct Error {
    pub kind: Kind,
    pub text: Text,
    pub fields: Vec<FieldError>,
    pub because: Vec<ClauseRef>,
    /// What stands in the way, where the caller may see it.
    pub existing: Vec<Existing>,
    /// For the log, never for the caller.
    pub detail: Option<String>,
}

crate::messages! {
    MALFORMED = "malformed", "请求无法读取：{why}", "The request cannot be read: {why}";
    INVALID = "invalid", "有内容不符合要求，请按各项提示修改。", "Some of the content is not acceptable; see each field.";
    SIGNED_OUT = "signed-out", "请先登录。", "Please sign in first.";
    FORBIDDEN = "forbidden", "您的角色不能执行此操作；可以执行的角色：{roles}。",
        "Your role may not do this; roles that may: {roles}.";
    NOT_FOUND = "not-found", "没有找到，或者您无权查看。", "Not found, or not yours to see.";
    STALE = "stale", "内容已被他人修改，请刷新后重试。", "Somebody else changed this meanwhile; reload and try again.";
    VERSION_MISSING = "version-missing", "请在 If-Match 中说明要修改的版本。", "Say in If-Match which version you change.";
    TOO_LARGE = "too-large", "内容过大，最多 {limit}。", "Too large; at most {limit}.";
    TOO_OFTEN = "too-often", "操作过于频繁，请在 {seconds} 秒后重试。", "Too many attempts; try again in {seconds} seconds.";
    UNAVAILABLE = "unavailable", "暂时无法保存数据，未作任何更改，请稍后重试。",
        "Data cannot be kept right now; nothing was changed. Try again shortly.";
    INTERNAL = "internal", "系统出错，未作任何更改；请把请求编号告诉管理员。",
        "Something went wrong here; nothing was changed. Give the request number to the administrator.";
    KEY_REUSED = "key-reused", "该 Idempotency-Key 已用于另一个请求。", "This Idempotency-Key belongs to another request.";
    KEY_MISSING = "key-missing", "请在 Idempotency-Key 中给出 1 至 128 个字符的请求标识。",
        "Give the request a key of 1 to 128 characters in Idempotency-Key.";
    KEY_IN_USE = "key-in-use", "相同标识的请求正在处理，请稍后重试。", "A request with the same key is being served; try again.";
    NO_CSRF_HEADER = "csrf-header-missing", "请求缺少 X-Jiannuo: 1。", "The request lacks the header X-Jiannuo: 1.";
    MEDIA_TYPE = "media-type", "请以 application/json 发送内容。", "Send the content as application/json.";
    NOT_ALLOWED = "method-not-allowed", "此地址不支持该操作。", "This address does not support the method.";
    REFERENCED = "referenced", "引用的对象不存在，或者该对象仍被引用。", "It refers to something missing, or is still referred to.";
    TAKEN = "taken", "已存在相同的内容。", "The same already exists.";
    UNSTORABLE = "unstorable", "文本包含无法保存的字符。", "The text contains a character that cannot be kept.";
}

impl Error {
    pub fn new(kind: Kind, text: impl Into<Text>) -> Self {
        Self {
            kind,
            text: text.into(),
            fields: Vec::new(),
            because: Vec::new(),
            existing: Vec::new(),
            detail: None,
        }
    }

    /// The state of things does not allow it.
    pub fn refused(text: impl Into<Text>) -> Self {
        Self::new(Kind::Refused, text)
    }

    /// One field is wrong.
    pub fn field(pointer: impl Into<String>, text: impl Into<Text>) -> Self {
        Self::fields(vec![FieldError {
            pointer: pointer.into(),
            text: text.into(),
        }])
    }

    /// Several fields are wrong.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        Self {
            fields,
            ..Self::new(Kind::Invalid, INVALID)
        }
    }

    pub fn not_found() -> Self {
        Self::new(Kind::NotFound, NOT_FOUND)
    }

    pub fn signed_out() -> Self {
        Self::new(Kind::SignedOut, SIGNED_OUT)
    }

    pub fn stale() -> Self {
        Self::new(Kind::Stale, STALE)
    }

    pub fn too_often(wait: SignedDuration) -> Self {
        let seconds = wait.as_secs().max(1);
        Self::new(
            Kind::TooOften(wait),
            Text::from(TOO_OFTEN).with("seconds", seconds),
        )
    }

    /// A defect of the program; `detail` goes to the log.
    pub fn internal(detail: impl ToString) -> Self {
        Self {
            detail: Some(detail.to_string()),
            ..Self::new(Kind::Internal, INTERNAL)
        }
    }

    /// Adds the clauses that a refusal rests on.
    #[must_use]
    pub fn because(mut self, clauses: impl IntoIterator<Item = ClauseRef>) -> Self {
        self.because.extend(clauses);
        self
    }

    /// Adds what stands in the way.
    #[must_use]
    pub fn in_the_way(mut self, existing: impl IntoIterator<Item = Existing>) -> Self {
        self.existing.extend(existing);
        self
    }

    /// Whether this is the refusal with that message.
    pub fn is(&self, message: &'static Message) -> bool {
        self.text.message.code == message.code
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let name = |role: &Role, language| role_name(*role, language);
        let list = |language| {
            refusal
                .allowed
                .iter()
                .map(|role| name(role, language))
                .collect::<Vec<_>>()
        };
        let text = Text::from(FORBIDDEN).with_words(
            "roles",
            list(Language::Chinese).join("、"),
            list(Language::English).join(", "),
        );
        Self::new(Kind::Forbidden, text)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let mapped = match &error {
            StoreError::NotFound { .. } => Self::not_found(),
            StoreError::Stale { .. } => Self::stale(),
            StoreError::Unique { .. } => Self::refused(TAKEN),
            StoreError::Reference => Self::refused(REFERENCED),
            StoreError::Invalid { .. } => Self::new(Kind::Invalid, UNSTORABLE),
            StoreError::KeyTaken => Self::refused(KEY_IN_USE),
            StoreError::Contention | StoreError::Unavailable { .. } => {
                Self::new(Kind::Unavailable, UNAVAILABLE)
            }
            _ => Self::new(Kind::Internal, INTERNAL),
        };
        Self {
            detail: Some(error.to_string()),
            ..mapped
        }
    }
}
