//! Every public item has an example that is compiled: in its own documentation, or in that of its type, where methods are best
//! shown together.

use std::collections::BTreeMap;

use syn::{Attribute, Block, Expr, ImplItemFn, Meta, Stmt};

use super::{Api, LIBRARIES, text};

/// A public item that an example may show.
pub(super) struct Documented {
    /// The type of a method or of a constant.
    of: Option<String>,
    name: String,
    /// The code of its examples.
    examples: String,
}

impl Documented {
    pub(super) fn new(name: &syn::Ident, attributes: &[Attribute]) -> Self {
        Self { of: None, name: name.to_string(), examples: examples(attributes) }
    }

    pub(super) fn of(of: &str, name: &syn::Ident, attributes: &[Attribute]) -> Self {
        Self { of: Some(of.to_owned()), ..Self::new(name, attributes) }
    }
}

/// The public items of a library that no example shows.
fn without_example(api: &Api) -> impl Iterator<Item = String> {
    let mut of_types: BTreeMap<&str, String> = BTreeMap::new();
    for item in api.documented.iter().filter(|item| item.of.is_none()) {
        of_types.entry(&item.name).or_default().push_str(&item.examples);
    }
    let shown_by = move |of: &str, name: &str| of_types.get(of).is_some_and(|examples| is_called(examples, name));
    let listed = api.documented.iter().filter(|item| item.of.as_ref().is_none_or(|of| api.types.contains(of)));
    listed.filter(|item| item.examples.is_empty()).filter_map(move |item| match &item.of {
        Some(of) if shown_by(of, &item.name) => None,
        Some(of) => Some(format!("{of}::{}", item.name)),
        None => Some(item.name.clone()),
    })
}

/// Whether code names a method or a constant: `.name` or `::name`.
fn is_called(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        (before.ends_with('.') || before.ends_with("::"))
            && !after.starts_with(|next: char| next.is_alphanumeric() || next == '_')
    })
}

/// The blocks of code in an item's documentation that are compiled.
fn examples(attributes: &[Attribute]) -> String {
    let mut code = String::new();
    let mut inside = None;
    let docs = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => Some(&doc.value),
        _ => None,
    });
    let docs = docs.map(|doc| match doc {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(line), .. }) => line.value(),
        other => text(other),
    });
    for doc in docs.collect::<Vec<_>>().join("\n").lines() {
        match (doc.trim().strip_prefix("```"), inside) {
            (Some(info), None) => inside = Some(is_compiled(info)),
            (Some(_), Some(_)) => inside = None,
            (None, Some(true)) => code = code + doc + "\n",
            (None, _) => {}
        }
    }
    code
}

fn is_compiled(info: &str) -> bool {
    info.split(',').all(|word| matches!(word.trim(), "" | "rust" | "no_run" | "should_panic" | "compile_fail"))
}

/// Whether a method does nothing but hand out a field, which its name and type say.
pub(super) fn is_accessor(method: &ImplItemFn) -> bool {
    let Block { stmts, .. } = &method.block;
    matches!(stmts.as_slice(), [Stmt::Expr(expression, None)] if is_field(expression)) && method.sig.inputs.len() == 1
}

fn is_field(expression: &Expr) -> bool {
    match expression {
        Expr::Reference(reference) => is_field(&reference.expr),
        Expr::Field(field) => {
            matches!(&*field.base, Expr::Path(path) if path.path.is_ident("self")) || is_field(&field.base)
        }
        Expr::MethodCall(call) => {
            let names =
                ["as_bytes", "as_deref", "as_ref", "as_slice", "as_str", "clone", "copied", "is_empty", "iter", "len"];
            call.args.is_empty() && names.iter().any(|name| call.method == name) && is_field(&call.receiver)
        }
        _ => false,
    }
}

#[test]
fn every_item_has_an_example() {
    let of_library = |library: &&str| {
        let api = Api::of(library);
        without_example(&api).map(|item| format!("{library}: {item}")).collect::<Vec<_>>()
    };
    let missing: Vec<String> = LIBRARIES.iter().flat_map(of_library).collect();
    assert!(missing.is_empty(), "public items without an example that is compiled: {missing:#?}");
}

#[test]
fn an_example_counts_where_it_is_compiled_and_names_the_item() {
    let item: syn::ItemStruct = syn::parse_quote! {
        /// A thing.
        ///
        /// ```
        /// let thing = Thing::new().count();
        /// ```
        ///
        /// ```toml
        /// size = 3
        /// ```
        pub struct Thing;
    };
    let code = examples(&item.attrs);
    assert!(is_called(&code, "new") && is_called(&code, "count"));
    assert!(!is_called(&code, "coun") && !is_called(&code, "size"));
}
