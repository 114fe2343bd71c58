//! Who of the staff is calling, and what the console asks before there is a desk.

use super::answer::{body, json};
use super::chat_session::ask;
use super::desk::{Asks, LINE};
use super::routes::{Answer, Call, Problem};
use super::storage::now;
use crate::identity::{Act, Actor, StaffSession, State, Via, authorize, cookie, sign_out_cookie};
use shared::policy::{Book, Embed, Sheet, Staff};
use shared::refusal::Refusal;
use shared::wire::v1::{Access, Greeting, Problem as Answered, SampleStaff, SignIn};
use std::time::Duration;
use worker::{Error, Response};

/// How long staff stay signed in.
const SHIFT: Duration = Duration::from_hours(12);

/// A member of staff who is signed in, as the policy has them now.
pub type SignedIn = Staff;

impl Call {
    /// Who is signed in. The cookie says who it was when they signed in; the policy and the desk say whether that still holds.
    pub(super) async fn session(&self) -> Result<SignedIn, Problem> {
        let cookies = self.request.headers().get("cookie").ok().flatten().ok_or(Refusal::NotSignedIn)?;
        let session = StaffSession::from_cookies(&cookies, &self.settings.staff_key, now())?;
        let staff = session.person(&self.settings.city.policy, self.settings.development)?;
        self.admitted(&session).await?;
        Ok(staff)
    }

    /// A member of staff, calling from the console's own page.
    pub(super) async fn signed_in(&self) -> Result<SignedIn, Problem> {
        self.own_page()?;
        self.session().await
    }

    /// Asks the desk whether someone is suspended (EM-PEN-C).
    async fn admitted(&self, session: &StaffSession) -> Result<(), Problem> {
        let asks = Asks { staff: session.staff.clone(), signed_in: session.since };
        let mut answered = ask(&self.env, "DESKS", LINE, "/admits", &asks).await?;
        if answered.status_code() < 300 {
            return Ok(());
        }
        let Answered { code, .. } = answered.json().await?;
        Err(code.into())
    }

    pub(super) async fn me(&self) -> Answer {
        let me = match self.session().await {
            Ok(staff) => Some(staff.sample()),
            Err(Problem::Refused(_)) => None,
            Err(broken @ Problem::Broken(_)) => return Err(broken),
        };
        Ok(json(&self.greeting(me))?)
    }

    fn greeting(&self, me: Option<SampleStaff>) -> Greeting {
        let provider = self.settings.provider.is_some() || self.settings.access.is_some();
        Greeting { me, samples: self.samples(), provider }
    }

    /// What staff work with; nobody else's business.
    pub(super) async fn book(&self) -> Answer {
        let staff = self.session().await?;
        authorize(Actor::Staff { role: staff.role, assigned: false }, Act::SeeDesk, State::Apart)?;
        Ok(json(&Book::from(&self.settings.city.policy))?)
    }

    /// What those who answer for the policy read, and what they give to the web team.
    pub(super) async fn policy(&self) -> Answer {
        let staff = self.session().await?;
        authorize(Actor::Staff { role: staff.role, assigned: false }, Act::SeeDesk, State::Apart)?;
        let city = &self.settings.city;
        let facts = city.facts().map_err(|fault| Error::from(fault.to_string()))?;
        Ok(json(&Sheet { facts, embed: Embed::new(&self.own_origin(), city.policy.city.id.as_str()) })?)
    }

    /// Who has read along in or taken over which chat.
    pub(super) async fn accesses(&self) -> Answer {
        let staff = self.session().await?;
        authorize(Actor::Staff { role: staff.role, assigned: false }, Act::Audit, State::Apart)?;
        let desk = self.env.durable_object("DESKS")?.get_by_name(LINE)?;
        let accesses: Vec<Access> = desk.fetch_with_str("https://object/accesses").await?.json().await?;
        Ok(json(&accesses)?)
    }

    /// The sign-in of a development deployment: one of its invented staff.
    pub(super) async fn sample_sign_in(&mut self) -> Answer {
        self.own_page()?;
        if !self.settings.development {
            return Err(Refusal::DevelopmentOnly.into());
        }
        let SignIn { id } = body(&mut self.request).await?;
        let mut known = self.settings.city.policy.sample_staff.iter();
        let staff = known.find(|sample| sample.id == id).ok_or(Refusal::NotSignedIn)?;
        let set = self.sign_in_as(staff, Via::Sample).await?;
        let response = json(&self.greeting(Some(staff.sample())))?;
        response.headers().set("set-cookie", &set)?;
        Ok(response)
    }

    /// The `Set-Cookie` header that signs someone in who may come in.
    pub(super) async fn sign_in_as(&self, staff: &Staff, via: Via) -> Result<String, Problem> {
        let now = now();
        let session = StaffSession::new(staff, via, now, now.after(SHIFT));
        self.admitted(&session).await?;
        let set = cookie(&session, &self.settings.staff_key, now);
        Ok(set.map_err(|fault| Error::from(fault.to_string()))?)
    }

    pub(super) fn sign_out(&self) -> Answer {
        self.own_page()?;
        let response: Response = json(&self.greeting(None))?;
        response.headers().set("set-cookie", &sign_out_cookie())?;
        Ok(response)
    }

    /// The invented staff; none unless the deployment is for development.
    fn samples(&self) -> Vec<SampleStaff> {
        if !self.settings.development {
            return Vec::new();
        }
        self.settings.city.policy.sample_staff.iter().map(Staff::sample).collect()
    }
}
