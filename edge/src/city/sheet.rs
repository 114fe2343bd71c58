//! The values of a policy one under the other, for those who answer for it.

use super::{City, CityError, POLICIES};
use serde::Deserialize;
use serde_json::{Map, Value};
use shared::policy::{Fact, Source};

/// A policy as it was compiled, before it is read as one: only so do its fields still have the names of the file.
#[derive(Deserialize)]
struct Compiled {
    policy: Value,
}

impl City {
    /// Every value with its source, by the field of the policy file.
    pub fn facts(&self) -> Result<Vec<Fact>, CityError> {
        let all: Vec<Compiled> = serde_json::from_str(POLICIES).map_err(|_| CityError::Compiled)?;
        let id = self.policy.city.id.as_str();
        let own = all.iter().find(|own| own.policy.pointer("/city/id").and_then(Value::as_str) == Some(id));
        let mut facts = Vec::new();
        if let Some(own) = own {
            gather("", &own.policy, &mut facts);
        }
        Ok(facts)
    }
}

fn gather(field: &str, value: &Value, facts: &mut Vec<Fact>) {
    match value {
        Value::Object(object) => {
            if let Some(fact) = cited(field, object) {
                facts.push(fact);
                return;
            }
            for (name, value) in object {
                gather(&under(field, name), value, facts);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                // Most entries of lists say who they are.
                let id = value.get("id").or_else(|| value.get("department")).and_then(Value::as_str);
                gather(&under(field, &id.map_or_else(|| place.to_string(), str::to_owned)), value, facts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn under(field: &str, name: &str) -> String {
    if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") }
}

fn cited(field: &str, object: &Map<String, Value>) -> Option<Fact> {
    let value = object.get("value")?;
    let source = Source::deserialize(object.get("source")?).ok()?;
    Some(Fact { field: field.to_owned(), value: words(value), source })
}

/// A value in words: lists with semicolons, a text that stands in several languages with all of them.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join("; "),
        Value::Object(object) => {
            let parts = object.iter().filter(|(_, value)| !is_empty(value));
            parts.map(|(name, value)| format!("{name}: {}", words(value))).collect::<Vec<_>>().join(", ")
        }
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::rule::Rule;

    #[test]
    fn an_administrator_reads_every_value_with_its_clause() {
        let facts = City::find("eagle-mountain").unwrap().facts().unwrap();
        let fact = |field: &str| facts.iter().find(|fact| fact.field == field).unwrap();
        assert_eq!(fact("silence.asks_after_seconds").value, "120");
        assert_eq!(fact("silence.asks_after_seconds").source, Source::Rule(Rule::EmComF));
        assert_eq!(fact("contact.city_emergency").value, "801-789-5959");
        assert_eq!(fact("retention.purge").value, "daily_hour: 22");
        assert_eq!(fact("payment.phone").source, Source::Sample);
        assert_eq!(fact("privacy.allowed").value, "");
        assert!(fact("topics.billing.email").value.contains('@'));
    }

    #[test]
    fn what_is_made_up_stands_there_as_made_up() {
        let city = City::find("eagle-mountain").unwrap();
        let facts = city.facts().unwrap();
        let made_up = facts.iter().filter(|fact| fact.source == Source::Sample).count();
        // The invented staff are a sample of their own and no value.
        assert!(made_up + 1 >= city.policy.samples().len(), "{made_up} of {}", city.policy.samples().len());
    }
}
