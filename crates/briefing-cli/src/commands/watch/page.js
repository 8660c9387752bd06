"use strict";
// Asks for the next state, which is answered as soon as there is one, and shows it.
const byId = (id) => document.getElementById(id);
const element = (name, text, kind) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};

function showPages(state) {
  const pages = byId("pages");
  state.languages.forEach((language, at) => {
    let figure = byId("pages-" + language);
    if (!figure) {
      figure = element("figure");
      figure.id = "pages-" + language;
      const frame = element("iframe");
      frame.title = "Pages (" + language + ")";
      figure.append(element("figcaption"), frame);
      pages.append(figure);
    }
    const [caption, frame] = figure.children;
    caption.textContent = language + (state.current[at] ? "" : ": not the newest state, which has errors");
    if (state.current[at]) frame.src = language + ".pdf?v=" + state.version + "#view=FitH";
  });
}

function showFaults(faults) {
  const list = byId("faults");
  list.replaceChildren(...faults.map((fault) => {
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
      showPages(state);
      showFaults(state.faults);
      byId("changes").replaceChildren(...state.changes.map((change) => element("li", change)));
    } catch (error) {
      byId("summary").textContent = "The command has ended, or cannot be reached.";
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

follow();
