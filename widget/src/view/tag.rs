//! Elements of the view, all of one type.
//!
//! `view!` gives every element, attribute and closure a type of its own, and each type its own code, which every resident
//! downloads. Here an element is put together from values, so that another one costs only what it says: each function that
//! takes a closure hands it on in a box at once. Nothing here sets HTML from text, which pages with Trusted Types forbid.

use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::directive::directive;
use leptos::tachys::view::iterators::StaticVec;
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

type Words = Box<dyn Fn() -> Cow<'static, str>>;

/// Something to be done with an element when it is made.
enum Step {
    Set(&'static str, Cow<'static, str>),
    Follow(&'static str, Words),
    Listen(&'static str, Box<dyn FnMut(Event)>),
    Hand(Box<dyn FnOnce(&Element)>),
}

/// An element that is being put together.
pub struct Tag {
    name: &'static str,
    steps: Vec<Step>,
    children: Vec<AnyView>,
}

/// An element called `name`, of the given classes.
pub fn tag(name: &'static str, class: &'static str) -> Tag {
    let steps = if class.is_empty() { Vec::new() } else { vec![Step::Set("class", Cow::Borrowed(class))] };
    Tag { name, steps, children: Vec::new() }
}

impl Tag {
    fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Sets an attribute once.
    pub fn set(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.step(Step::Set(name, value.into()))
    }

    /// Sets an attribute, and again whenever what it reads has changed.
    pub fn live(self, name: &'static str, value: impl Fn() -> Cow<'static, str> + 'static) -> Self {
        self.step(Step::Follow(name, Box::new(value)))
    }

    /// Does something at each event of a kind.
    pub fn on(self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        self.step(Step::Listen(event, Box::new(then)))
    }

    /// Does something with the element itself, when it is made. It is in the page only after that.
    pub fn made(self, then: impl FnOnce(&Element) + 'static) -> Self {
        self.step(Step::Hand(Box::new(then)))
    }

    /// Adds a child.
    pub fn with(mut self, child: impl Into<AnyView>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds a text.
    pub fn text(self, words: impl Into<Cow<'static, str>>) -> Self {
        self.with(text(words.into()))
    }

    /// Adds a text that follows what it reads.
    pub fn words(self, words: impl Fn() -> Cow<'static, str> + 'static) -> Self {
        self.with(live_text(Box::new(words)))
    }
}

impl From<Tag> for AnyView {
    fn from(Tag { name, steps, children }: Tag) -> Self {
        // An element is made once; the type asks for something that could be done again.
        let steps = RefCell::new(steps);
        #[expect(
            clippy::arc_with_non_send_sync,
            reason = "the type that directives ask for; it never leaves the thread"
        )]
        let make: Arc<dyn Fn(Element)> = Arc::new(move |element| {
            for step in steps.take() {
                step.take(&element);
            }
        });
        custom(name).child(StaticVec::from(children)).add_any_attr(directive(make, ())).into_any()
    }
}

impl Step {
    fn take(self, element: &Element) {
        match self {
            Self::Set(name, value) => set(element, name, &value),
            Self::Follow(name, value) => {
                let element = element.clone();
                follow_boxed(Box::new(move || set(&element, name, &value())));
            }
            Self::Listen(event, then) => listen(element, event, then),
            Self::Hand(then) => then(element),
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// The listener lives as long as the part of the view that it belongs to; nothing can come to it afterwards.
fn listen(element: &Element, event: &str, then: Box<dyn FnMut(Event)>) {
    let listener = Closure::wrap(then);
    let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    let kept = SendWrapper::new((element.clone(), event.to_owned(), listener));
    on_cleanup(move || {
        let (element, event, listener) = &*kept;
        let _ = element.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    });
}

/// A text.
pub fn text(words: Cow<'static, str>) -> AnyView {
    words.into_owned().into_any()
}

fn live_text(words: Words) -> AnyView {
    let words = SendWrapper::new(words);
    let words: Box<dyn Fn() -> String + Send> = Box::new(move || words().into_owned());
    words.into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A view that is made anew whenever what it is made of has changed, and only then.
pub fn part<P: PartialEq + Clone + 'static>(
    of: impl Fn() -> P + 'static,
    view: impl Fn(P) -> AnyView + 'static,
) -> AnyView {
    let last = Rc::new(RefCell::new(None));
    let seen = Rc::clone(&last);
    let changed = move || {
        let now = Some(of());
        let changed = *seen.borrow() != now;
        if changed {
            seen.replace(now);
        }
        changed
    };
    let view = move || {
        let of = last.borrow().clone();
        of.map_or_else(nothing, &view)
    };
    part_boxed(Box::new(changed), Box::new(view))
}

fn part_boxed(changed: Box<dyn Fn() -> bool>, view: Box<dyn Fn() -> AnyView>) -> AnyView {
    let (changed, version) = (SendWrapper::new(changed), SendWrapper::new(Cell::new(0_u32)));
    let version = Memo::new(move |_| {
        version.set(version.get().wrapping_add(u32::from(changed())));
        version.get()
    });
    let view = SendWrapper::new(view);
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || {
        let _ = version.get();
        untrack(&*view)
    });
    view.into_any()
}

/// A view that is there only while `whether` is so.
pub fn when(whether: impl Fn() -> bool + 'static, view: impl Fn() -> AnyView + 'static) -> AnyView {
    part(whether, move |is| if is { view() } else { nothing() })
}

/// Does something now, and again whenever what it reads has changed.
pub fn follow(then: impl Fn() + 'static) {
    follow_boxed(Box::new(then));
}

fn follow_boxed(then: Box<dyn Fn()>) {
    Effect::new(then);
}
