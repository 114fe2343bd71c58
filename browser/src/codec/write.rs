//! Writing JSON. The browser puts texts into quotes.

use super::Unreadable;
use js_sys::JSON;
use serde::Serialize;
use serde::ser::{
    Impossible, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleVariant,
    Serializer,
};
use wasm_bindgen::JsValue;

/// Writes one value at the end of a text.
pub(super) struct Writer<'a> {
    json: &'a mut String,
}

impl<'a> Writer<'a> {
    pub(super) fn to(json: &'a mut String) -> Self {
        Self { json }
    }

    fn raw(self, text: &str) {
        self.json.push_str(text);
    }

    fn quoted(self, text: &str) -> Result<(), Unreadable> {
        let quoted = JSON::stringify(&JsValue::from_str(text)).map_err(|_| Unreadable)?;
        self.raw(&String::from(quoted));
        Ok(())
    }

    /// `{"name":`, which whoever calls this closes with a brace.
    fn variant(self, name: &str) -> Result<&'a mut String, Unreadable> {
        self.json.push('{');
        Writer::to(self.json).quoted(name)?;
        self.json.push(':');
        Ok(self.json)
    }

    fn several(self, opens: char, closes: &'static str) -> Several<'a> {
        self.json.push(opens);
        Several { json: self.json, first: true, closes }
    }
}

/// A list or an object that is being written.
pub(super) struct Several<'a> {
    json: &'a mut String,
    first: bool,
    closes: &'static str,
}

impl Several<'_> {
    fn comma(&mut self) {
        if !core::mem::take(&mut self.first) {
            self.json.push(',');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
        self.comma();
        value.serialize(Writer::to(self.json))
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unreadable> {
        self.comma();
        Writer::to(self.json).quoted(name)?;
        self.json.push(':');
        value.serialize(Writer::to(self.json))
    }

    fn close(self) {
        self.json.push_str(self.closes);
    }
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Unreadable;
    type SerializeSeq = Several<'a>;
    type SerializeTuple = Several<'a>;
    type SerializeTupleStruct = Impossible<(), Unreadable>;
    type SerializeTupleVariant = Several<'a>;
    type SerializeMap = Impossible<(), Unreadable>;
    type SerializeStruct = Several<'a>;
    type SerializeStructVariant = Several<'a>;

    fn serialize_bool(self, value: bool) -> Result<(), Unreadable> {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unreadable> {
        self.raw(&value.to_string());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unreadable> {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unreadable> {
        self.serialize_i64(i64::try_from(value).map_err(|_| Unreadable)?)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unreadable> {
        // No frame holds one, and what prints them is large.
        Err(Unreadable)
    }

    fn serialize_char(self, value: char) -> Result<(), Unreadable> {
        self.quoted(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unreadable> {
        self.quoted(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unreadable> {
        Err(Unreadable)
    }

    fn serialize_none(self) -> Result<(), Unreadable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unreadable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unreadable> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unreadable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unreadable> {
        self.quoted(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        let json = self.variant(name)?;
        value.serialize(Writer::to(json))?;
        json.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Several<'a>, Unreadable> {
        Ok(self.several('[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Several<'a>, Unreadable> {
        Ok(self.several('[', "]"))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Several<'a>, Unreadable> {
        Ok(Writer::to(self.variant(name)?).several('[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unreadable> {
        Err(Unreadable)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Several<'a>, Unreadable> {
        Ok(self.several('{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Several<'a>, Unreadable> {
        Ok(Writer::to(self.variant(name)?).several('{', "}}"))
    }
}

impl SerializeSeq for Several<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
        self.element(value)
    }

    fn end(self) -> Result<(), Unreadable> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Several<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
        self.element(value)
    }

    fn end(self) -> Result<(), Unreadable> {
        self.close();
        Ok(())
    }
}

impl SerializeTupleVariant for Several<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unreadable> {
        self.element(value)
    }

    fn end(self) -> Result<(), Unreadable> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Several<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Unreadable> {
        self.close();
        Ok(())
    }
}

impl SerializeStructVariant for Several<'_> {
    type Ok = ();
    type Error = Unreadable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unreadable> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Unreadable> {
        self.close();
        Ok(())
    }
}
