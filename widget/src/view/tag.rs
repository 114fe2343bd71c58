//! Elements of the view, on Leptos' signals and effects, without types of their own.
//!
//! `view!` gives every element, attribute and closure a type, and each type its own code, which every resident downloads:
//! this app came to 149 KB with it, before the privacy engine. Here an element is put together from values, so that another
//! one costs only what it says: each function that takes a closure hands it on in a box at once. Nothing here sets HTML
//! from text, which pages with Trusted Types forbid.

use leptos::prelude::*;
use leptos::tachys::view::Render;
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// Something to be shown.
pub type View = Node;

/// An element that is being put together.
pub struct Tag {
    element: Element,
}

/// An element called `name`, of the given classes.
pub fn tag(name: &str, class: &'static str) -> Tag {
    let tag = Tag::of(document().create_element(name));
    if class.is_empty() { tag } else { tag.set("class", class) }
}

/// The same, for the elements of a picture.
pub fn picture(name: &str) -> Tag {
    Tag::of(document().create_element_ns(Some("http://www.w3.org/2000/svg"), name))
}

impl Tag {
    fn of(made: Result<Element, JsValue>) -> Self {
        // It cannot fail: the names are ours, and are names.
        Self { element: made.unwrap_or_else(JsCast::unchecked_into) }
    }

    /// Sets an attribute once.
    pub fn set(self, name: &str, value: impl Into<Cow<'static, str>>) -> Self {
        set(&self.element, name, &value.into());
        self
    }

    /// Sets an attribute, and again whenever what it reads has changed.
    pub fn live(self, name: &'static str, value: impl Fn() -> Cow<'static, str> + 'static) -> Self {
        let element = self.element.clone();
        keep_up(Box::new(move || set(&element, name, &value())));
        self
    }

    /// Does something at each event of a kind.
    pub fn on(self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        listen(&self.element, event, Box::new(then));
        self
    }

    /// Does something with the element itself. It is in the page only later.
    pub fn made(self, then: impl FnOnce(&Element)) -> Self {
        then(&self.element);
        self
    }

    /// Adds a child.
    pub fn with(self, child: impl Into<View>) -> Self {
        append(&self.element, &child.into());
        self
    }

    /// Adds a text.
    pub fn text(self, words: &str) -> Self {
        self.with(text(words))
    }

    /// Adds a text that follows what it reads.
    pub fn words(self, words: impl Fn() -> Cow<'static, str> + 'static) -> Self {
        let node = text("");
        let shown = node.clone();
        keep_up(Box::new(move || shown.set_node_value(Some(&words()))));
        self.with(node)
    }

    /// The element.
    pub fn element(self) -> Element {
        self.element
    }
}

impl From<Tag> for View {
    fn from(tag: Tag) -> Self {
        tag.element.into()
    }
}

/// Mounted by Leptos, once.
impl Render for Tag {
    type State = Element;

    fn build(self) -> Element {
        self.element
    }

    fn rebuild(self, _: &mut Element) {}
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn append(parent: &Element, child: &Node) {
    let _ = parent.append_child(child);
}

/// The listener lives as long as the part of the view that it belongs to.
fn listen(element: &Element, event: &'static str, then: Box<dyn FnMut(Event)>) {
    let listener = Closure::wrap(then);
    let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    let kept = SendWrapper::new((element.clone(), listener));
    on_cleanup(move || {
        let (element, listener) = &*kept;
        let _ = element.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    });
}

/// A text.
pub fn text(words: &str) -> View {
    document().create_text_node(words).into()
}

/// Nothing.
pub fn nothing() -> View {
    document().create_document_fragment().into()
}

/// A view that is made anew whenever what it is made of has changed, and only then.
pub fn part<P: PartialEq + Clone + 'static>(
    of: impl Fn() -> P + 'static,
    view: impl Fn(P) -> View + 'static,
) -> View {
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

fn part_boxed(changed: Box<dyn Fn() -> bool>, view: Box<dyn Fn() -> View>) -> View {
    let (changed, count) = (SendWrapper::new(changed), SendWrapper::new(Cell::new(0_u32)));
    let version = Memo::new(move |_| {
        count.set(count.get().wrapping_add(u32::from(changed())));
        count.get()
    });
    // A box of its own marks the place; it is none to the style sheet and to screen readers.
    let place = tag("div", "part").element();
    let filled = place.clone();
    keep_up(Box::new(move || {
        let _ = version.get();
        filled.replace_children_with_node_1(&untrack(&view));
    }));
    place.into()
}

/// A view that is there only while `whether` is so.
pub fn when(whether: impl Fn() -> bool + 'static, view: impl Fn() -> View + 'static) -> View {
    part(whether, move |is| if is { view() } else { nothing() })
}

/// Shows a list in `parent`. A row whose key stays keeps its element, wherever it stands.
pub fn list<K, T>(
    parent: &Element,
    items: impl Fn() -> Vec<(K, T)> + 'static,
    row: impl Fn(T) -> View + 'static,
) where
    K: PartialEq + 'static,
    T: 'static,
{
    // What belongs to a row outlives a change of the list.
    let owner = Owner::current().unwrap_or_default();
    let rows = RefCell::new(Vec::<(K, View, Owner)>::new());
    let parent = parent.clone();
    keep_up(Box::new(move || {
        let mut old = rows.take();
        let mut new = Vec::new();
        for (place, (key, item)) in items().into_iter().enumerate() {
            let known = old.iter().position(|(other, ..)| *other == key);
            let (view, owner) = if let Some(known) = known {
                let (_, view, owner) = old.remove(known);
                (view, owner)
            } else {
                let owner = owner.child();
                (owner.with(|| untrack(|| row(item))), owner)
            };
            let stands = u32::try_from(place).ok().and_then(|place| parent.child_nodes().item(place));
            if stands.as_ref() != Some(&view) {
                let _ = parent.insert_before(&view, stands.as_ref());
            }
            new.push((key, view, owner));
        }
        for (_, view, owner) in old {
            owner.cleanup();
            let _ = parent.remove_child(&view);
        }
        rows.replace(new);
    }));
}

/// Does something soon, once what was made is in the page, and again whenever what it reads has changed.
pub fn follow(then: impl Fn() + 'static) {
    follow_boxed(Box::new(then));
}

fn follow_boxed(then: Box<dyn Fn()>) {
    Effect::new(then);
}

/// Does something now, and again whenever what it reads has changed.
fn keep_up(then: Box<dyn Fn()>) {
    let effect = SendWrapper::new(RenderEffect::new(move |_| then()));
    on_cleanup(move || drop(effect));
}
