//! `#[derive(Record)]`, with which `briefing-model` deserializes its types.
//!
//! The code serde derives for a struct also accepts a list of its values in the order of its fields, which nothing writes and no schema
//! describes. This derive lets serde derive for a copy of the type's definition, from a deserializer that accepts only objects.

use proc_macro::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// Deserializes a type as serde would by its attributes, but each record from an object only.
///
/// `#[record(read_it)]` generates a function `read_it` instead of an implementation of the trait, for types that add to how they are read.
#[proc_macro_derive(Record, attributes(serde, record))]
pub fn record(input: TokenStream) -> TokenStream {
    match Definition::of(input) {
        Some(definition) => definition.reader(),
        None => "compile_error!(\"a record is a struct or an enum, with plain parameters if any\");"
            .parse()
            .unwrap_or_default(),
    }
}

/// The parts of a type's definition that are needed to deserialize it.
struct Definition {
    /// Its attributes for serde.
    attributes: TokenStream,
    /// The name of the function to generate, if one is asked for.
    function: Option<Ident>,
    /// `struct` or `enum`.
    keyword: Ident,
    name: Ident,
    parameters: Vec<Ident>,
    body: Group,
    /// What follows the body of a struct with unnamed fields.
    end: Option<TokenTree>,
}

impl Definition {
    fn of(input: TokenStream) -> Option<Self> {
        let (mut attributes, mut function) = (TokenStream::new(), None);
        let mut tokens = input.into_iter();
        let keyword = loop {
            match tokens.next()? {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let TokenTree::Group(attribute) = tokens.next()? else { return None };
                    if is_named(&attribute, "serde") {
                        attributes.extend([TokenTree::Punct(mark), TokenTree::Group(attribute)]);
                    } else if is_named(&attribute, "record") {
                        function = only_word(&attribute);
                    }
                }
                TokenTree::Ident(word) if ["struct", "enum"].contains(&word.to_string().as_str()) => break word,
                _ => {}
            }
        };
        let TokenTree::Ident(name) = tokens.next()? else { return None };
        let mut parameters = Vec::new();
        let body = loop {
            match tokens.next()? {
                TokenTree::Group(body) => break body,
                TokenTree::Ident(parameter) => parameters.push(parameter),
                TokenTree::Punct(mark) if ['<', ',', '>'].contains(&mark.as_char()) => {}
                // Bounds and lifetimes, which no record has.
                _ => return None,
            }
        };
        Some(Self { attributes, function, keyword, name, parameters, body, end: tokens.next() })
    }

    fn reader(self) -> TokenStream {
        let Self { attributes, function, keyword, name, parameters, body, end } = self;
        let parameters = parameters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let generics = if parameters.is_empty() { String::new() } else { format!("<{parameters}>") };
        let all = if parameters.is_empty() { "<'de>".to_owned() } else { format!("<'de, {parameters}>") };
        let bounds: String =
            parameters.split_terminator(", ").map(|one| format!("{one}: ::serde::Deserialize<'de>, ")).collect();
        let read = "Fields::deserialize(::briefing_model::Object::new(deserializer))";

        let mut inside: TokenStream = words(&format!("#[derive(::serde::Deserialize)] #[serde(remote = \"{name}\")]"));
        inside.extend(attributes);
        inside.extend([TokenTree::Ident(keyword), TokenTree::Ident(Ident::new("Fields", Span::call_site()))]);
        inside.extend(words(&generics));
        inside.extend([TokenTree::Group(with_attributes_of_serde(&body, &words(&format!("{name}{generics}"))))]);
        inside.extend(end);
        let Some(function) = function else {
            inside.extend(words(&format!(
                "impl{all} ::serde::Deserialize<'de> for {name}{generics} where {bounds} {{
                    fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {{
                        {read}
                    }}
                }}"
            )));
            let mut all = words("const _: () =");
            all.extend([
                TokenTree::Group(Group::new(Delimiter::Brace, inside)),
                TokenTree::Punct(Punct::new(';', Spacing::Alone)),
            ]);
            return all;
        };
        inside.extend(words(read));
        let mut all = words(&format!(
            "fn {function}<'de, D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<{name}, D::Error>"
        ));
        all.extend([TokenTree::Group(Group::new(Delimiter::Brace, inside))]);
        all
    }
}

fn words(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

fn is_named(attribute: &Group, name: &str) -> bool {
    matches!(attribute.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word.to_string() == name)
}

/// The single word in the brackets of an attribute.
fn only_word(attribute: &Group) -> Option<Ident> {
    match attribute.stream().into_iter().nth(1)? {
        TokenTree::Group(inside) => match inside.stream().into_iter().next()? {
            TokenTree::Ident(word) => Some(word),
            _ => None,
        },
        _ => None,
    }
}

/// Fields or variants with serde's attributes only, without visibility, documentation or the attributes of other macros. `Self` in them is
/// replaced by the type itself.
fn with_attributes_of_serde(body: &Group, itself: &TokenStream) -> Group {
    let mut kept = TokenStream::new();
    let mut tokens = body.stream().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => match tokens.next() {
                Some(TokenTree::Group(attribute)) if is_named(&attribute, "serde") => {
                    kept.extend([TokenTree::Punct(mark), TokenTree::Group(attribute)]);
                }
                _ => {}
            },
            TokenTree::Ident(word) if word.to_string() == "pub" => {
                let is_scope = |next: &TokenTree| matches!(next, TokenTree::Group(scope) if ["crate", "super", "self", "in"].iter().any(|word| is_named(scope, word)));
                let _ = tokens.next_if(is_scope);
            }
            TokenTree::Ident(word) if word.to_string() == "Self" => kept.extend(itself.clone()),
            TokenTree::Group(group) => kept.extend([TokenTree::Group(with_attributes_of_serde(&group, itself))]),
            other => kept.extend([other]),
        }
    }
    Group::new(body.delimiter(), kept)
}
