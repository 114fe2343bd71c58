//! Who someone is and what they may do.

mod attempt;
mod gate;
mod jwt;
mod keyring;
mod provider;
mod roster;
mod rush;
mod seal;
mod staff;
mod token;

pub use attempt::Attempt;
pub use gate::{Act, Actor, State, authorize};
pub use jwt::{Algorithm, Claims, Distrust, Expected, Token};
pub use keyring::{Keyring, PublicKey, Published};
pub use provider::{Access, Discovery, Provider, TokenRequest, Unusable};
pub use roster::Person;
pub use rush::{Asked, Rush};
pub use seal::{Key, SealError};
pub use staff::{StaffSession, Via, cookie, sign_out_cookie};
pub use token::{ResidentToken, chat_id, message_id};
