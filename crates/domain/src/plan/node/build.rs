use std::collections::BTreeMap;
use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

use super::Node;

/// Why data cannot be a [`Node`]: it holds a fraction, bytes, or a number beyond 63 bits. Plans hold none of these.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotPlain(String);

impl ser::Error for NotPlain {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The tree of anything that serialises to whole numbers, words, lists and maps.
pub fn node<T: Serialize + ?Sized>(value: &T) -> Result<Node, NotPlain> {
    value.serialize(Builder)
}

struct Builder;

/// A list under construction, wrapped in its variant's name if it has one.
struct Items {
    variant: Option<&'static str>,
    items: Vec<Node>,
}

/// A map under construction, wrapped in its variant's name if it has one.
struct Entries {
    variant: Option<&'static str>,
    key: Option<String>,
    named: BTreeMap<String, Node>,
}

fn wrapped(variant: Option<&'static str>, node: Node) -> Node {
    match variant {
        Some(name) => Node::Map(BTreeMap::from([(name.to_owned(), node)])),
        None => node,
    }
}

fn whole(number: impl TryInto<i64> + fmt::Display + Copy) -> Result<Node, NotPlain> {
    number
        .try_into()
        .map(Node::Number)
        .map_err(|_| NotPlain(format!("{number} does not fit 63 bits")))
}

macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, number: $type) -> Result<Node, NotPlain> { whole(number) }
    )*};
}

impl ser::Serializer for Builder {
    type Ok = Node;
    type Error = NotPlain;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8,
        serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_bool(self, truth: bool) -> Result<Node, NotPlain> {
        Ok(Node::Truth(truth))
    }

    fn serialize_f32(self, _: f32) -> Result<Node, NotPlain> {
        Err(NotPlain("a plan holds no fractions".to_owned()))
    }

    fn serialize_f64(self, _: f64) -> Result<Node, NotPlain> {
        Err(NotPlain("a plan holds no fractions".to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Node, NotPlain> {
        Err(NotPlain("a plan holds no bytes".to_owned()))
    }

    fn serialize_char(self, c: char) -> Result<Node, NotPlain> {
        Ok(Node::Text(c.to_string()))
    }

    fn serialize_str(self, text: &str) -> Result<Node, NotPlain> {
        Ok(Node::Text(text.to_owned()))
    }

    fn serialize_none(self) -> Result<Node, NotPlain> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, NotPlain> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, NotPlain> {
        Ok(Node::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Node, NotPlain> {
        Ok(Node::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Node, NotPlain> {
        Ok(Node::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Node, NotPlain> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Node, NotPlain> {
        Ok(wrapped(Some(variant), value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, NotPlain> {
        Ok(Items {
            variant: None,
            items: Vec::new(),
        })
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, NotPlain> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, NotPlain> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, NotPlain> {
        Ok(Items {
            variant: Some(variant),
            items: Vec::new(),
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries, NotPlain> {
        Ok(Entries {
            variant: None,
            key: None,
            named: BTreeMap::new(),
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, NotPlain> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries, NotPlain> {
        Ok(Entries {
            variant: Some(variant),
            key: None,
            named: BTreeMap::new(),
        })
    }
}

macro_rules! list {
    ($($trait:ident::$method:ident),*) => {$(
        impl ser::$trait for Items {
            type Ok = Node;
            type Error = NotPlain;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
                self.items.push(node(value)?);
                Ok(())
            }

            fn end(self) -> Result<Node, NotPlain> {
                Ok(wrapped(self.variant, Node::List(self.items)))
            }
        }
    )*};
}
list!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

impl ser::SerializeMap for Entries {
    type Ok = Node;
    type Error = NotPlain;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotPlain> {
        match node(key)? {
            Node::Text(text) => self.key = Some(text),
            other => return Err(NotPlain(format!("{other} cannot name an entry"))),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        let key = self
            .key
            .take()
            .ok_or_else(|| NotPlain("a value came before its name".to_owned()))?;
        self.named.insert(key, node(value)?);
        Ok(())
    }

    fn end(self) -> Result<Node, NotPlain> {
        Ok(wrapped(self.variant, Node::Map(self.named)))
    }
}

macro_rules! map {
    ($($trait:ident),*) => {$(
        impl ser::$trait for Entries {
            type Ok = Node;
            type Error = NotPlain;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), NotPlain> {
                self.named.insert(name.to_owned(), node(value)?);
                Ok(())
            }

            fn end(self) -> Result<Node, NotPlain> {
                Ok(wrapped(self.variant, Node::Map(self.named)))
            }
        }
    )*};
}
map!(SerializeStruct, SerializeStructVariant);
