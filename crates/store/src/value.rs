//! What a statement can bind and a row can hold: text, 64-bit integers and bytes, or none of them.

use jiff::Timestamp;

/// One bound parameter. NULL keeps its type because PostgreSQL must know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Blob(Option<Vec<u8>>),
}

impl Value {
    /// PostgreSQL cannot store NUL in text; both engines refuse it alike.
    pub(crate) fn is_storable(&self) -> bool {
        !matches!(self, Value::Text(Some(text)) if text.contains('\0'))
    }
}

macro_rules! value_from {
    ($($from:ty => $variant:ident($map:expr);)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                let map: fn($from) -> _ = $map;
                Value::$variant(Some(map(value)))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                let map: fn($from) -> _ = $map;
                Value::$variant(value.map(map))
            }
        }
    )*};
}

value_from! {
    &str => Text(str::to_owned);
    String => Text(|text| text);
    &String => Text(Clone::clone);
    i64 => Int(|number| number);
    i32 => Int(i64::from);
    u32 => Int(i64::from);
    bool => Int(i64::from);
    Timestamp => Int(Timestamp::as_millisecond);
    Vec<u8> => Blob(|bytes| bytes);
    &[u8] => Blob(<[u8]>::to_vec);
}

impl From<&serde_json::Value> for Value {
    fn from(json: &serde_json::Value) -> Self {
        Value::Text(Some(json.to_string()))
    }
}
