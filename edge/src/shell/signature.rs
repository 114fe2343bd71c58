//! Signatures, checked by the platform's own cryptography (Web Cryptography API).

use crate::identity::{Algorithm, PublicKey, Token};
use serde_json::json;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use worker::js_sys::{JSON, Promise};
use worker::wasm_bindgen_futures::JsFuture;
use worker::{Error, Result};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = importKey)]
    fn import_key(
        format: &str,
        key: &JsValue,
        algorithm: &JsValue,
        extractable: bool,
        usages: &JsValue,
    ) -> std::result::Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"])]
    fn verify(
        algorithm: &JsValue,
        key: &JsValue,
        signature: &[u8],
        data: &[u8],
    ) -> std::result::Result<Promise, JsValue>;
}

/// Whether the signature of `token` was made with the private half of `key`.
pub async fn holds(token: &Token, key: &PublicKey) -> Result<bool> {
    let algorithm = match token.algorithm {
        Algorithm::Rs256 => json!({ "name": "RSASSA-PKCS1-v1_5", "hash": "SHA-256" }),
        Algorithm::Es256 => json!({ "name": "ECDSA", "namedCurve": "P-256", "hash": "SHA-256" }),
    };
    let algorithm = value(&algorithm.to_string())?;
    let (jwk, usages) = (value(&serde_json::to_string(key)?)?, value(r#"["verify"]"#)?);
    let imported = import_key("jwk", &jwk, &algorithm, false, &usages).map_err(Error::from)?;
    let imported = JsFuture::from(imported).await.map_err(Error::from)?;
    let checked = verify(&algorithm, &imported, &token.signature, &token.signed).map_err(Error::from)?;
    let checked = JsFuture::from(checked).await.map_err(Error::from)?;
    // Anything but a plain yes is a no.
    Ok(checked.as_bool() == Some(true))
}

fn value(json: &str) -> Result<JsValue> {
    JSON::parse(json).map_err(Error::from)
}
