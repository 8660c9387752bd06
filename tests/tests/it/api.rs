//! What the libraries offer others, item by item, held against what was written down in `tests/api`: nothing public is
//! added, changed or lost without somebody's seeing it.
//!
//! `BRIEFING_API=accept cargo test -p briefing-tests --test it api` writes it down anew.

mod examples;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use briefing_tests::repository;
use proc_macro2::{Delimiter, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Fields, ImplItem, Item, Meta, TraitItem, Visibility};

use examples::{Documented, is_accessor};

/// Without `briefing-derive`, which is of use to them alone.
const LIBRARIES: [&str; 8] = [
    "briefing",
    "briefing-document",
    "briefing-fonts",
    "briefing-layout",
    "briefing-model",
    "briefing-office",
    "briefing-pdf",
    "tagged-pdf",
];

/// The macros of ours that make public items.
const MACROS: [&str; 8] =
    ["codes", "currencies", "identifiers", "kinds", "serde_as_text", "subregions", "within_bounds", "words"];

/// The public items of a library. That `pub` is public and not merely written so is for the lint `unreachable_pub` to say.
#[derive(Default)]
struct Api {
    lines: BTreeSet<String>,
    /// Traits that types have: `impl Trait for Type`, to be kept for those that are public.
    traits: Vec<(String, String)>,
    types: BTreeSet<String>,
    documented: Vec<Documented>,
    /// Records whose reader serde derives, directly and not through another type.
    read_by_serde: Vec<String>,
    /// The modules that the file being read stands in.
    modules: Vec<String>,
    /// How many of them, counted from the innermost, others cannot name.
    private: usize,
}

impl Api {
    fn of(library: &str) -> Self {
        let mut api = Self::default();
        let source = repository("crates").join(library).join("src");
        api.file(&source.join("lib.rs"), &source);
        api
    }

    /// Everything, in a line each.
    fn offers(self) -> BTreeSet<String> {
        let Self { mut lines, traits, types, .. } = self;
        lines.extend(traits.into_iter().filter(|(of, _)| types.contains(of)).map(|(_, line)| line));
        lines
    }

    /// Everything, as it is written down: what is long has its fields or cases on lines of their own.
    fn listing(self) -> String {
        self.offers().iter().map(|line| folded(line) + "\n").collect()
    }

    fn file(&mut self, path: &Path, folder: &Path) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.items(&file.items, folder);
    }

    fn items(&mut self, items: &[Item], folder: &Path) {
        items.iter().for_each(|item| self.item(item, folder));
    }

    fn item(&mut self, item: &Item, folder: &Path) {
        match item {
            // One that takes in the keys of another is read as a map.
            Item::Struct(item)
                if item.fields.iter().any(|field| field.ident.is_some())
                    && !item
                        .fields
                        .iter()
                        .flat_map(|field| &field.attrs)
                        .any(|one| text(&one.meta).contains("flatten")) =>
            {
                self.record(&item.ident, &item.attrs);
            }
            Item::Enum(item) if item.variants.iter().any(|case| matches!(case.fields, Fields::Named(_))) => {
                self.record(&item.ident, &item.attrs);
            }
            _ => {}
        }
        match item {
            // For what our own macros write.
            Item::Struct(item) if is_hidden(&item.attrs) => {}
            Item::Mod(module) if !is_for_tests(&module.attrs) => {
                let name = module.ident.to_string();
                self.modules.push(name.clone());
                let hidden = usize::from(self.private > 0 || !is_public(&module.vis));
                self.private += hidden;
                if hidden == 0 {
                    self.lines.insert(format!("mod {}", self.modules.join("::")));
                }
                match &module.content {
                    Some((_, items)) => self.items(items, &folder.join(&name)),
                    None => {
                        let beside: PathBuf = folder.join(format!("{name}.rs"));
                        let inside = folder.join(&name);
                        let path = if beside.is_file() { beside } else { inside.join("mod.rs") };
                        self.file(&path, &inside);
                    }
                }
                self.private -= hidden;
                self.modules.pop();
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let fields = match &item.fields {
                    Fields::Named(fields) => {
                        let fields = fields.named.iter().filter(|field| is_public(&field.vis));
                        let fields: Vec<_> =
                            fields.map(|field| format!("{}: {}", text(&field.ident), text(&field.ty))).collect();
                        let hidden = item.fields.iter().any(|field| !is_public(&field.vis));
                        format!(" {{ {}{} }}", fields.join(", "), if hidden { " .." } else { "" })
                    }
                    Fields::Unnamed(fields) => {
                        let fields = fields
                            .unnamed
                            .iter()
                            .map(|field| if is_public(&field.vis) { text(&field.ty) } else { "_".into() });
                        format!("({})", fields.collect::<Vec<_>>().join(", "))
                    }
                    Fields::Unit => String::new(),
                };
                self.named(
                    &item.ident,
                    &item.attrs,
                    &format!("struct {}{}{fields}", item.ident, generics(&item.generics)),
                );
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let cases = item.variants.iter().map(case).collect::<Vec<_>>().join(", ");
                self.named(
                    &item.ident,
                    &item.attrs,
                    &format!("enum {}{} {{ {cases} }}", item.ident, generics(&item.generics)),
                );
            }
            Item::Trait(item) if is_public(&item.vis) => {
                let items = item.items.iter().filter_map(|item| match item {
                    TraitItem::Fn(item) => {
                        Some(format!("{}{}", text(&item.sig), if item.default.is_some() { " { .. }" } else { "" }))
                    }
                    TraitItem::Const(item) => Some(format!("const {}: {}", item.ident, text(&item.ty))),
                    TraitItem::Type(item) => Some(format!("type {}", item.ident)),
                    _ => None,
                });
                let items = items.collect::<Vec<_>>().join("; ");
                let above =
                    if item.supertraits.is_empty() { String::new() } else { format!(": {}", text(&item.supertraits)) };
                let line = format!("trait {}{}{above} {{ {items} }}", item.ident, generics(&item.generics));
                self.lines.insert(tidy(&line));
                self.place(&item.ident);
                self.types.insert(item.ident.to_string());
                self.documented.push(Documented::new(&item.ident, &item.attrs));
            }
            Item::Fn(item) if is_public(&item.vis) => {
                self.lines.insert(text(&item.sig));
                self.place(&item.sig.ident);
                self.documented.push(Documented::new(&item.sig.ident, &item.attrs));
            }
            Item::Const(item) if is_public(&item.vis) => {
                self.lines.insert(tidy(&format!("const {}: {}", item.ident, text(&item.ty))));
                self.place(&item.ident);
                self.documented.push(Documented::new(&item.ident, &item.attrs));
            }
            Item::Static(item) if is_public(&item.vis) => {
                self.lines.insert(tidy(&format!("static {}: {}", item.ident, text(&item.ty))));
                self.place(&item.ident);
                self.documented.push(Documented::new(&item.ident, &item.attrs));
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.lines.insert(tidy(&format!("type {} = {}", item.ident, text(&item.ty))));
                self.place(&item.ident);
                self.documented.push(Documented::new(&item.ident, &item.attrs));
            }
            Item::Use(item) if is_public(&item.vis) => {
                let tree = text(&item.tree);
                // Others from this library are listed where they are.
                if !tree.starts_with("self::") && !tree.starts_with("crate::") && !tree.starts_with("super::") {
                    let within = self.public_path().map(|path| format!("mod {path}: ")).unwrap_or_default();
                    self.lines.insert(format!("{within}use {tree}"));
                }
            }
            Item::Macro(item) if item.ident.is_none() => self.invocation(item),
            Item::Impl(item) => self.implementation(item),
            _ => {}
        }
    }

    /// The modules that are being read, if others can name them and there are any.
    fn public_path(&self) -> Option<String> {
        (self.private == 0 && !self.modules.is_empty()).then(|| self.modules.join("::"))
    }

    /// Says under which path an item of a public module is found.
    fn place(&mut self, name: &syn::Ident) {
        if let Some(path) = self.public_path() {
            self.lines.insert(format!("mod {path}: {name}"));
        }
    }

    /// A macro that makes public items: what it was given, a line for each of them, without what stands in braces, since what
    /// it makes follows from that.
    fn invocation(&mut self, item: &syn::ItemMacro) {
        let path = text(&item.mac.path);
        if !MACROS.contains(&path.as_str()) {
            return;
        }
        let mut words = String::new();
        let mut tokens = item.mac.tokens.clone().into_iter().peekable();
        while let Some(token) = tokens.next() {
            let next = tokens.peek().map(ToString::to_string).unwrap_or_default();
            match &token {
                // Documentation is not part of what is offered.
                TokenTree::Punct(mark) if mark.as_char() == '#' && next.starts_with("[doc") => drop(tokens.next()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => words.push('\n'),
                TokenTree::Punct(mark) if mark.as_char() == ';' => words.push('\n'),
                // Behind its type stands what an error says was expected.
                TokenTree::Punct(mark) if mark.as_char() == ',' && path == "serde_as_text" => break,
                token => words = words + &token.to_string() + " ",
            }
        }
        let items = words.lines().filter(|item| !item.trim().is_empty());
        self.lines.extend(items.map(|item| tidy(&format!("{path}! {}", item.trim()))));
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let of = text(&item.self_ty);
        let name = of.split('<').next().unwrap_or(&of).trim_start_matches('&').trim().to_owned();
        if let Some((path, _)) = &item.trait_ {
            let bounds = text(&item.generics.where_clause);
            self.traits.push((name, tidy(&format!("impl{} {} for {of} {bounds}", text(&item.generics), text(path)))));
            return;
        }
        // What the methods of a generic type ask of its parameters.
        let bounds = match (item.generics.params.is_empty(), generics(&item.generics)) {
            (true, _) => String::new(),
            (false, bounds) => format!("impl{bounds} "),
        };
        for inner in &item.items {
            let line = match inner {
                ImplItem::Fn(inner) if is_public(&inner.vis) && !is_hidden(&inner.attrs) => {
                    if !is_accessor(inner) {
                        self.documented.push(Documented::of(&name, &inner.sig.ident, &inner.attrs));
                    }
                    text(&inner.sig)
                }
                ImplItem::Const(inner) if is_public(&inner.vis) => {
                    self.documented.push(Documented::of(&name, &inner.ident, &inner.attrs));
                    format!("const {}: {}", inner.ident, text(&inner.ty))
                }
                _ => continue,
            };
            self.traits.push((name.clone(), tidy(&format!("{bounds}{of}: {line}"))));
        }
    }

    fn record(&mut self, name: &syn::Ident, attributes: &[Attribute]) {
        let says = |path: &str, word: &str| {
            let of_it = attributes.iter().filter(|attribute| attribute.path().is_ident(path));
            of_it.map(|attribute| text(&attribute.meta)).any(|words| words.contains(word))
        };
        if says("derive", "Deserialize") && !says("serde", "from = ") {
            self.read_by_serde.push(name.to_string());
        }
    }

    fn named(&mut self, name: &syn::Ident, attributes: &[Attribute], line: &str) {
        self.types.insert(name.to_string());
        self.place(name);
        self.documented.push(Documented::new(name, attributes));
        let mut marks = Vec::new();
        for attribute in attributes {
            match &attribute.meta {
                Meta::Path(path) if path.is_ident("non_exhaustive") => marks.push("#[non_exhaustive] ".to_owned()),
                Meta::List(list) if list.path.is_ident("derive") => {
                    marks.push(format!("#[derive({})] ", text(&list.tokens)));
                }
                _ => {}
            }
        }
        marks.sort();
        self.lines.insert(tidy(&format!("{line}    {}", marks.concat())).trim_end().to_owned());
    }
}

/// The longest line that shows at a glance what changed in it.
const LONGEST_LINE: usize = 160;

/// What has fields or cases, with each on a line of its own if it is long.
fn folded(line: &str) -> String {
    if line.len() <= LONGEST_LINE {
        return line.to_owned();
    }
    // `use several::{..}` has no space before its brace.
    let parts = if line.contains("use ") { line.split_once("{ ") } else { line.split_once(" { ") };
    let Some((head, rest)) = parts else { return line.to_owned() };
    let head = head.trim_end();
    let (mut depth, mut text) = (1_usize, format!("{head} {{\n    "));
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '{' | '(' | '<' | '[' => depth += 1,
            // An arrow closes nothing.
            '>' if text.ends_with('-') => {}
            '}' | ')' | '>' | ']' => depth -= 1,
            _ => {}
        }
        match letter {
            _ if depth == 0 => return format!("{},\n{}", text.trim_end(), rest.get(at..).unwrap_or_default()),
            ',' | ';' if depth == 1 => {
                text.push(letter);
                text.push_str("\n    ");
                letters.next_if(|(_, next)| *next == ' ');
            }
            _ => text.push(letter),
        }
    }
    line.to_owned()
}

/// The lines of a listing, those of fields and cases with what they belong to.
fn lines_with_owners(listing: &str) -> BTreeSet<String> {
    let mut owner = "";
    let lines = listing.lines().map(|line| match line.strip_prefix("    ") {
        Some(part) => format!("{owner} {part}"),
        None if line.starts_with('}') => format!("{owner} {line}"),
        None => {
            owner = line;
            line.to_owned()
        }
    });
    lines.collect()
}

/// The parameters of a type with all that is asked of them.
fn generics(of: &syn::Generics) -> String {
    match &of.where_clause {
        Some(clause) => format!("{} {}", text(of), text(clause)),
        None => text(of),
    }
}

/// A case, with its fields as they are named and typed.
fn case(variant: &syn::Variant) -> String {
    let fields = |of: &Fields| {
        let fields = of.iter().map(|field| match &field.ident {
            Some(name) => format!("{name}: {}", text(&field.ty)),
            None => text(&field.ty),
        });
        fields.collect::<Vec<_>>().join(", ")
    };
    match &variant.fields {
        Fields::Named(_) => format!("{} {{ {} }}", variant.ident, fields(&variant.fields)),
        Fields::Unnamed(_) => format!("{}({})", variant.ident, fields(&variant.fields)),
        Fields::Unit => variant.ident.to_string(),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| text(&attribute.meta) == "doc(hidden)")
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && text(&attribute.meta).contains("test"))
}

fn text(tokens: &impl ToTokens) -> String {
    tidy(&tokens.to_token_stream().to_string())
}

/// Tokens without the spaces that nobody would write.
fn tidy(tokens: &str) -> String {
    let mut line = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    let pairs = [
        (" :: ", "::"),
        (":: ", "::"),
        (" : ", ": "),
        (" ,", ","),
        (" ;", ";"),
        ("( ", "("),
        (" (", "("),
        (" )", ")"),
        ("< ", "<"),
        (" <", "<"),
        (" >", ">"),
        ("& ", "&"),
        ("# [", "#["),
        ("[ ", "["),
        (" ]", "]"),
        ("' ", "'"),
        (" ?", "?"),
        ("-> ", "-> "),
        (" ->", " ->"),
        (",)", ")"),
        ("- >", "->"),
        (")-> ", ") -> "),
        (" !", "!"),
        (">where", "> where"),
    ];
    for (from, to) in pairs {
        line = line.replace(from, to);
    }
    line.replace("->", " -> ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_offered_is_what_was_written_down() {
    let accept = std::env::var_os("BRIEFING_API").is_some_and(|value| value == "accept");
    let mut changed = Vec::new();
    for library in LIBRARIES {
        let path = repository("tests/api").join(format!("{library}.txt"));
        let (now, before) = (Api::of(library).listing(), fs::read_to_string(&path).unwrap_or_default());
        if accept {
            fs::create_dir_all(repository("tests/api")).unwrap();
            fs::write(&path, &now).unwrap();
            continue;
        }
        let (now, before) = (lines_with_owners(&now), lines_with_owners(&before));
        changed.extend(before.difference(&now).map(|line| format!("{library}: - {line}")));
        changed.extend(now.difference(&before).map(|line| format!("{library}: + {line}")));
    }
    assert!(
        changed.is_empty(),
        "what the libraries offer has changed; if that is meant, write it down with BRIEFING_API=accept and say so in \
         CHANGELOG.md:\n{}",
        changed.join("\n")
    );
}

#[test]
fn bounds_paths_and_what_macros_make_are_listed() {
    let model = Api::of("briefing-model").offers();
    assert!(model.contains("kinds! boxed InKind, OpeningBalance, Assertion"), "{model:#?}");
    assert!(model.contains(r#"codes! NoLedger "O0107" Error "no ledger""#), "{model:#?}");
    assert!(model.contains("serde_as_text! State"));
    let folder = Api::of("briefing").offers();
    assert!(folder.iter().any(|line| line.starts_with("impl<F: Files") && line.contains(" Folder<F>: fn render(")));
    assert!(folder.contains("mod edition: Edition"), "{folder:#?}");
}

#[test]
fn what_is_long_is_listed_with_a_field_on_each_line() {
    let cases: String = (1..9).map(|case| format!("Case{case}(Vec<(u8, u8)>), ")).collect();
    let line = format!("enum Long {{ {cases}Last {{ a: u8, b: fn() -> u8 }} }} #[derive(Debug)]");
    let folded = folded(&line);
    assert!(folded.starts_with("enum Long {\n    Case1(Vec<(u8, u8)>),\n    Case2"), "{folded}");
    assert!(folded.ends_with(",\n    Last { a: u8, b: fn() -> u8 },\n} #[derive(Debug)]"), "{folded}");
    let words = folded.replace(",\n}", " }");
    assert_eq!(words.split_whitespace().collect::<Vec<_>>(), line.split_whitespace().collect::<Vec<_>>());
    assert!(lines_with_owners(&folded).contains("enum Long { Case2(Vec<(u8, u8)>),"), "a difference names its type");
    for library in LIBRARIES {
        let longest = Api::of(library).listing().lines().map(str::len).max().unwrap_or_default();
        assert!(longest <= 2 * LONGEST_LINE, "{library}: a line of {longest}");
    }
}

#[test]
fn every_record_is_read_as_an_object() {
    // What serde derives for a struct takes a list of its values as well.
    for library in LIBRARIES {
        let lists = Api::of(library).read_by_serde;
        assert!(lists.is_empty(), "{library}: derive `Record` for {lists:?}");
    }
}

#[test]
fn every_error_may_grow() {
    // Each case has a code, which the compiler is to ask for.
    let exhaustive = ["Warning"];
    for library in LIBRARIES {
        let api = Api::of(library).offers();
        let errors = api.iter().filter(|line| line.starts_with("enum ") && line.contains("Error"));
        let closed: Vec<&String> = errors
            .filter(|line| line.contains("Error)]") && !line.contains("#[non_exhaustive]"))
            .filter(|line| !exhaustive.iter().any(|name| line.contains(&format!("enum {name} "))))
            .collect();
        assert!(closed.is_empty(), "{library}: {closed:#?}");
    }
}
