// What gettext-parser, of JavaScript's tools and editors, makes of our PO files: reads one and writes it anew. See exchange.py.
//
//     node exchange.mjs FOLDER FROM TO        FOLDER holds node_modules

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, source, target] = process.argv.slice(2);
const tool = join(resolve(folder), 'node_modules', 'gettext-parser', 'index.js');
const { po } = await import(pathToFileURL(tool).href);
writeFileSync(target, po.compile(po.parse(readFileSync(source)), { foldLength: 60 }));
