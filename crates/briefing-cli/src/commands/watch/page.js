"use strict";
// Asks for the next state, which is answered as soon as there is one, and shows it.
const byId = (id) => document.getElementById(id);
const element = (name, text, kind) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};

// What each language shows: its pages, and the pieces on them in reading order.
const shown = new Map();
// The piece that is pointed at.
const pointed = { language: null, piece: -1 };

function column(language) {
  let section = byId("pages-" + language);
  if (!section) {
    section = element("section");
    section.id = "pages-" + language;
    section.tabIndex = 0;
    section.setAttribute("aria-label", "Pages, " + language);
    const caption = element("p", "", "caption");
    const link = element("a", "PDF");
    caption.append(element("span"), " ", link);
    section.append(caption);
    byId("pages").append(section);
    section.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      move(language, by);
    });
  }
  return section;
}

async function showPages(state) {
  await Promise.all(state.languages.map(async (language, at) => {
    const section = column(language);
    const [name, link] = section.firstChild.children;
    name.textContent = language + (state.current[at] ? "" : ": not the newest state, which has errors");
    link.href = language + ".pdf?v=" + state.version;
    section.classList.toggle("old", !state.current[at]);
    if (!state.current[at]) return;
    const answer = await fetch(language + ".json", { cache: "no-store" });
    if (!answer.ok) return;
    const view = await answer.json();
    shown.set(language, view);
    const before = [...section.querySelectorAll(".page")];
    before.slice(view.pages.length).forEach((page) => page.remove());
    view.pages.forEach((page, number) => {
      const place = before[number] || sheet(section, language, number);
      const image = place.firstChild;
      const source = language + "/" + (number + 1) + ".svg?v=" + page.since;
      // A page that looks as before is not loaded again, so that nothing flickers and nothing scrolls.
      if (image.getAttribute("src") !== source) image.src = source;
      image.width = page.width;
      image.height = page.height;
      image.alt = "Page " + (number + 1) + " of " + view.pages.length;
    });
    if (pointed.language === language) point(language, pointed.piece);
  }));
}

function sheet(section, language, number) {
  const place = element("div", "", "page");
  place.append(element("img"));
  place.addEventListener("pointermove", (event) => {
    const page = shown.get(language).pages[number];
    const box = place.getBoundingClientRect();
    const x = (event.clientX - box.left) * page.width / box.width;
    const y = (event.clientY - box.top) * page.height / box.height;
    const under = page.areas.filter(([, [left, top, width, height]]) =>
      x >= left && x <= left + width && y >= top && y <= top + height);
    under.sort((one, other) => one[1][2] * one[1][3] - other[1][2] * other[1][3]);
    if (under.length && (pointed.language !== language || pointed.piece !== under[0][0])) point(language, under[0][0]);
  });
  section.append(place);
  return place;
}

function move(language, by) {
  const view = shown.get(language);
  if (!view) return;
  const from = pointed.language === language ? pointed.piece : by > 0 ? -1 : view.pieces.length;
  const piece = Math.min(Math.max(from + by, 0), view.pieces.length - 1);
  point(language, piece);
  const mark = byId("pages-" + language).querySelector(".mark.here");
  if (mark) mark.scrollIntoView({ block: "nearest" });
}

// Shows what a piece says, its tags, its place, and what is read before and after it.
function point(language, number) {
  const view = shown.get(language);
  const piece = view && view.pieces[number];
  if (!piece) return;
  Object.assign(pointed, { language, piece: number });
  const together = (other) => piece.item ? other.item === piece.item : other === piece;
  for (const [code, { pages, pieces }] of shown) {
    byId("pages-" + code).querySelectorAll(".page").forEach((place, at) => {
      place.querySelectorAll(".mark").forEach((mark) => mark.remove());
      const page = pages[at];
      for (const [of, [left, top, width, height]] of page ? page.areas : []) {
        const here = code === language && of === number;
        // The same item in the other languages.
        if (!here && !(piece.item && pieces[of].item === piece.item)) continue;
        const mark = element("div", "", here ? "mark here" : "mark");
        Object.assign(mark.style, {
          left: 100 * left / page.width + "%",
          top: 100 * top / page.height + "%",
          width: 100 * width / page.width + "%",
          height: 100 * height / page.height + "%",
        });
        place.append(mark);
      }
    });
  }
  byId("where").replaceChildren(
    element("strong", piece.item ? "item " + piece.item : "piece " + (number + 1) + " of " + view.pieces.length),
    ...(piece.place ? [element("br"), element("code", piece.place)] : []),
  );
  byId("reading").replaceChildren(...view.pieces.flatMap((other, at) => {
    const near = Math.abs(at - number) < 3;
    if (!together(other) && !(near && !piece.item)) return [];
    const item = element("li");
    item.value = at + 1;
    if (at === number) item.setAttribute("aria-current", "true");
    const words = element("span", other.text);
    words.lang = other.language || language;
    words.dir = "auto";
    item.append(element("code", other.tags), element("br"), words);
    return [item];
  }));
}

function showFaults(faults) {
  byId("faults").replaceChildren(...faults.map((fault) => {
    const item = element("li", "", fault.severity);
    item.append(element("strong", fault.severity + " " + fault.code), ": " + fault.message);
    if (fault.place) {
      const place = element("div");
      place.append(element("code", fault.place));
      item.append(place);
    }
    if (fault.excerpt) item.append(element("pre", fault.excerpt));
    if (fault.help) item.append(element("p", fault.help, "help"));
    return item;
  }));
}

async function follow() {
  let version = 0;
  for (;;) {
    try {
      const answer = await fetch("state?after=" + version, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      const state = await answer.json();
      if (state.version === version) continue;
      version = state.version;
      document.title = state.month + ": " + state.summary;
      byId("month").textContent = state.month;
      byId("summary").textContent = state.summary;
      showFaults(state.faults);
      byId("changes").replaceChildren(...state.changes.map((change) => element("li", change)));
      await showPages(state);
      document.body.dataset.version = version;
    } catch (error) {
      byId("summary").textContent = "The command has ended, or cannot be reached.";
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

const first = () => pointed.language || [...shown.keys()][0];
byId("previous").addEventListener("click", () => move(first(), -1));
byId("next").addEventListener("click", () => move(first(), 1));
follow();
