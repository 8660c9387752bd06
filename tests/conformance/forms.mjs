// What is written as JSON, held against its JSON Schema by ajv in its strict mode, and as TypeScript: types made from the schema
// compile, the file is a value of them, and what a compiled program writes of it is the same value.
//
//     node forms.mjs FOLDER SCHEMA.json FILE.json …        FOLDER holds node_modules
//
// A file that is no longer what the schema says must be refused by both, or they judge nothing.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const [folder, schemaPath, ...paths] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'node_modules', 'index.js'));
const Ajv = require('ajv/dist/2020').default;
const formats = require('ajv-formats').default;
const { compile } = require('json-schema-to-typescript');
const ts = require('typescript');

const schema = JSON.parse(readFileSync(schemaPath, 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats(ajv);
const validate = ajv.compile(schema);

const work = mkdtempSync(join(tmpdir(), 'forms-'));
writeFileSync(join(work, 'types.ts'), await compile(schema, schema.title, { format: false }));

// The faults of programs that hold values, compiled together, by program.
function faultsOf(values) {
  const programs = values.map((value, at) => {
    const path = join(work, `value${at}.ts`);
    const text = `import type { ${schema.title} } from './types';\nexport const value: ${schema.title} = ${JSON.stringify(value)};\n`;
    writeFileSync(path, text);
    return path;
  });
  const target = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, types: [] };
  const program = ts.createProgram(programs, target);
  program.emit();
  const faults = ts.getPreEmitDiagnostics(program);
  return programs.map((path) => faults.filter((fault) => !fault.file || fault.file.fileName.endsWith(path)
    || fault.file.fileName.endsWith('types.ts')).map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, ' ')));
}

const values = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')));
const broken = [{ ...values[0], format: 'another' }, { ...values[0], version: 'first' }];
const typed = faultsOf([...values, ...broken]);
let failed = false;
values.forEach((value, at) => {
  const faults = validate(value) ? [] : validate.errors.map((fault) => `${fault.instancePath}: ${fault.message}`);
  faults.push(...typed[at].map((fault) => `TypeScript: ${fault}`));
  const back = JSON.parse(JSON.stringify(createRequire(join(work, 'index.js'))(`./value${at}.js`).value));
  if (!isDeepStrictEqual(back, value)) faults.push('TypeScript: another value came back');
  if (at === 0) {
    broken.forEach((value, more) => {
      if (validate(value)) faults.push('ajv accepts what the schema does not say');
      if (typed[values.length + more].length === 0) faults.push('TypeScript accepts what the schema does not say');
    });
  }
  console.log(`${faults.length ? 'FAIL' : 'pass'}  ${paths[at]}  ajv, TypeScript`);
  faults.slice(0, 5).forEach((fault) => console.log(`      ${fault.slice(0, 200)}`));
  failed ||= faults.length > 0;
});
rmSync(work, { recursive: true });
process.exit(failed ? 1 : 0);
