//! Who someone is and what they may do.

mod gate;
mod seal;
mod staff;
mod token;

pub use gate::{Act, Actor, authorize};
pub use seal::{Key, SealError};
pub use staff::{StaffSession, cookie, sign_out_cookie};
pub use token::{ResidentToken, chat_id, message_id};
