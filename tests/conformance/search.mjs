// Which of some words pdf.js finds in a file, as Firefox does. See search.py.
//
//     node search.mjs FOLDER FILE WORD …        FOLDER holds node_modules; prints the words that were found, one a line

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file, ...words] = process.argv.slice(2);
const load = (...path) => import(pathToFileURL(join(resolve(folder), 'node_modules', 'pdfjs-dist', 'legacy', ...path)).href);

// The viewer's parts expect a window; finding needs nothing of it.
globalThis.window ??= globalThis;
globalThis.requestAnimationFrame ??= (done) => setTimeout(done, 0);
globalThis.document ??= { documentElement: {}, createElement: () => ({ style: {} }) };
globalThis.pdfjsLib = await load('build', 'pdf.mjs');
const { EventBus, PDFFindController } = await load('web', 'pdf_viewer.mjs');

const pdf = await pdfjsLib.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
for (const query of words) {
  const eventBus = new EventBus();
  const linkService = { pagesCount: pdf.numPages, page: 1 };
  const finder = new PDFFindController({ linkService, eventBus, updateMatchesCountOnProgress: false });
  finder.setDocument(pdf);
  const found = new Promise((done) => {
    // Comes once, when all pages have been searched.
    eventBus.on('updatefindmatchescount', ({ matchesCount }) => done(matchesCount.total > 0));
  });
  eventBus.dispatch('find', { source: null, type: '', query, highlightAll: true, caseSensitive: true, findPrevious: false });
  if (await found) console.log(query);
}
process.exit(0);
