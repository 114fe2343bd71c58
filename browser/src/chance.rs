//! Random bits from the browser's own source.

use js_sys::Uint8Array;
use shared::id::ClientRef;

/// 128 random bits, for identifiers nobody can guess.
pub fn bits_128() -> u128 {
    u128::from_le_bytes(bytes())
}

/// 32 random bits, to spread attempts in time.
pub fn bits_32() -> u32 {
    u32::from_le_bytes(bytes())
}

/// A name for a new action.
pub fn client_ref() -> ClientRef {
    ClientRef::from_random(bits_128())
}

/// Every browser that runs WebAssembly has `crypto.getRandomValues`, on insecure pages as well.
fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::cast_possible_truncation, reason = "N is 4 or 16")]
    let array = Uint8Array::new_with_length(N as u32);
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_array_buffer_view(&array);
    }
    array.copy_to(&mut bytes);
    bytes
}
