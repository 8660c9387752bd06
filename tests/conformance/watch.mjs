// Whether `briefing watch` shows in a real browser what it should, and can be used without a mouse and without eyes.
//
//     node watch.mjs FOLDER CHROMIUM BRIEFING OFFICE MONTH [PICTURE]
//
// FOLDER holds node_modules, OFFICE is a copy that this program may change, and PICTURE is where a picture of the window goes.
// Prints a line for each thing that holds or does not; exit status 1 if one does not.

import { spawn, execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, chromium, briefing, office, month, picture] = process.argv.slice(2);
const modules = join(resolve(folder), 'node_modules');
const { chromium: launcher } = await import(pathToFileURL(join(modules, 'playwright-core', 'index.mjs')).href);
const axe = readFileSync(join(modules, 'axe-core', 'axe.min.js'), 'utf8');

// How long a save may take to be on the screen, in milliseconds. Judged only where somebody asks for it: a busy machine proves nothing.
const AT_ONCE = Number(process.env.WATCH_AT_ONCE);

let failed = 0;
const judge = (holds, what, detail = '') => {
  if (!holds) failed += 1;
  console.log(`${holds ? 'pass' : 'FAIL'}  watch: ${what}${detail && `: ${detail}`}`);
};

const file = join(office, month, 'briefing.toml');
const good = readFileSync(file, 'utf8');
const command = spawn(briefing, ['watch', office, month, '--lang', 'en,fr,ar']);
const address = await new Promise((found, lost) => {
  command.stdout.on('data', (data) => {
    const match = /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//.exec(data);
    if (match) found(match[0]);
  });
  command.on('exit', () => lost(new Error('the command ended')));
});
const browser = await launcher.launch({ executablePath: chromium, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const elsewhere = [];
  page.on('request', (request) => request.url().startsWith(address) || elsewhere.push(request.url()));
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll('.page img').length > 5, null, { timeout: 60000 });
  const loaded = () => [...document.querySelectorAll('.page img')].every((image) => image.complete && image.naturalWidth > 500);
  await page.waitForFunction(loaded, null, { timeout: 60000 });
  judge((await page.locator('#pages > section').count()) === 3, 'three languages stand side by side');

  // A page against the same page of the file, drawn by poppler.
  const english = page.locator('#pages-en .page').first();
  await page.evaluate(() => {
    document.querySelector('main').style.display = 'block';
    document.querySelector('#pages-en').style.cssText = 'width: 800px; overflow: visible';
    document.querySelectorAll('#pages-fr, #pages-ar, aside').forEach((other) => { other.style.display = 'none'; });
  });
  const pdf = await (await fetch(`${address}en.pdf`)).arrayBuffer();
  const size = await english.boundingBox();
  const drawn = execFileSync('pdftoppm', ['-f', '1', '-l', '1', '-png', '-scale-to-x', String(Math.round(size.width)),
    '-scale-to-y', String(Math.round(size.height)), '-'], { input: Buffer.from(pdf), maxBuffer: 1 << 26 });
  const shot = await english.screenshot();
  const difference = await page.evaluate(async ([one, other]) => {
    const pixels = async (data) => {
      // Not by an address: the page allows none but its own.
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(400, 566).getContext('2d');
      canvas.drawImage(image, 0, 0, 400, 566);
      return canvas.getImageData(0, 0, 400, 566).data;
    };
    const [first, second] = [await pixels(one), await pixels(other)];
    return first.reduce((sum, value, at) => sum + Math.abs(value - second[at]), 0) / first.length;
  }, [shot.toString('base64'), drawn.toString('base64')]);
  judge(difference < 4, 'the page looks as poppler draws the file', `${difference.toFixed(2)} of 255 apart on average`);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.page img').length > 5);
  await page.waitForFunction(loaded);

  // The pointer: text, tags, place and reading order of what is under it.
  const [, pieces] = await page.evaluate(async () => {
    const view = await (await fetch('en.json')).json();
    return [view.pages.length, view.pieces];
  });
  const number = pieces.findIndex((piece) => piece.item && piece.tags.endsWith('P') && piece.text.length > 100);
  const [sheet, area] = await page.evaluate(async (number) => {
    const { pages } = await (await fetch('en.json')).json();
    const sheet = pages.findIndex(({ areas }) => areas.some(([piece]) => piece === number));
    const [, area] = pages[sheet].areas.find(([piece]) => piece === number);
    return [sheet, area.map((value, at) => value / (at % 2 ? pages[sheet].height : pages[sheet].width))];
  }, number);
  const target = page.locator('#pages-en .page').nth(sheet);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  await page.mouse.move(box.x + (area[0] + area[2] / 2) * box.width, box.y + (area[1] + area[3] / 2) * box.height);
  const piece = pieces[number];
  const where = await page.locator('#where').innerText();
  judge(where.includes(piece.item) && /briefing\.toml:\d+:\d+/.test(where), 'the pointer shows item, file and line', where.replace(/\s+/g, ' '));
  const current = await page.locator('#reading [aria-current]').innerText();
  judge(current.includes(piece.text) && current.includes(piece.tags), 'the pointer shows text and tags', piece.tags);
  judge((await page.locator('#reading [aria-current]').getAttribute('value')) === String(number + 1), 'and the place in the reading order');
  judge((await page.locator('#pages-fr .mark').count()) > 0, 'the same item is marked in the other languages');
  if (picture) await page.screenshot({ path: picture });

  // The keyboard alone.
  await page.mouse.move(0, 0);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  const reached = new Set();
  await page.evaluate(() => document.activeElement.blur());
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await focused());
  }
  const needed = ['pages-en', 'pages-fr', 'pages-ar', 'previous', 'next', 'SUMMARY'];
  judge(needed.every((id) => reached.has(id)), 'the Tab key reaches pages and buttons', [...reached].join(' '));
  await page.locator('#pages-en').focus();
  const at = () => page.evaluate(() => Number(document.querySelector('#reading [aria-current]').value));
  const before = await at();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  judge((await at()) === before + 1, 'the arrows move through the reading order');

  // For those who do not see it.
  await page.locator('details summary').press('Enter');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  judge(violations.length === 0, 'axe-core finds no violation', violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join('; '));

  // Saves. What is looked for is text that only the new pages have, and pages that are drawn.
  const save = async (write, text) => {
    const begun = Date.now();
    await write();
    const there = await page.evaluate(async (text) => {
      const isThere = async () => {
        const view = await (await fetch('en.json')).json();
        const images = [...document.querySelectorAll('#pages-en .page img')];
        return view.pieces.some((piece) => piece.text.includes(text)) && images.length === view.pages.length
          && images.every((image, at) => image.complete && image.getAttribute('src').endsWith(`=${view.pages[at].since}`));
      };
      for (const end = Date.now() + 30000; Date.now() < end; await new Promise((done) => setTimeout(done, 10))) {
        if (await isThere()) return true;
      }
      return false;
    }, text);
    if (!there) throw new Error(`nothing new is shown after ${text}`);
    return Date.now() - begun;
  };
  const edited = (words) => good.replace(/text = """/, `text = """${words} `);
  const times = [];
  for (const words of ['Firstly', 'Secondly', 'Thirdly', 'Fourthly', 'Fifthly']) {
    times.push(await save(() => writeFileSync(file, edited(words)), words));
  }
  times.sort((one, other) => one - other);
  judge(!(times[2] > AT_ONCE), 'a save is on the screen', `after ${times.join(', ')} ms`);
  await save(() => {
    writeFileSync(`${file}.new`, edited('Renamed'));
    renameSync(`${file}.new`, file);
  }, 'Renamed');
  judge(true, 'a save by renaming is shown');
  await save(async () => {
    const out = openSync(file, 'w');
    const bytes = Buffer.from(edited('Piecewise'));
    for (let from = 0; from < bytes.length; from += Math.ceil(bytes.length / 8)) {
      writeSync(out, bytes.subarray(from, from + Math.ceil(bytes.length / 8)));
      await new Promise((done) => setTimeout(done, 15));
    }
    closeSync(out);
  }, 'Piecewise');
  judge(true, 'a save in pieces is shown');

  // Faults beside the last good pages, and back.
  const fault = (code) => page.waitForFunction((code) => document.querySelector('#faults').innerText.includes(code), code, { timeout: 30000 });
  const pages = await page.locator('#pages-en .page').count();
  writeFileSync(file, good.replace(/section = "highlights"/, 'section = "highlight"'));
  await page.waitForFunction(() => document.querySelector('#pages-en.old'), null, { timeout: 30000 });
  const listed = await page.locator('#faults li').first().innerText();
  judge(/error/.test(listed) && /briefing\.toml:\d+/.test(listed), 'a fault is shown with file and line', listed.split('\n')[0]);
  judge((await page.locator('#pages-en .page').count()) === pages && (await page.evaluate(loaded)), 'the last good pages stay');
  rmSync(file);
  await page.waitForFunction(() => document.querySelector('#summary').textContent.includes('error'), null, { timeout: 30000 });
  judge((await page.locator('#pages-en .page').count()) === pages, 'they stay when the file is gone');
  await save(() => writeFileSync(file, edited('Returned')), 'Returned');
  judge(!(await page.evaluate(() => document.querySelector('#pages-en.old'))), 'a file that comes back is shown');

  // House style comes from `check`, after the pages.
  writeFileSync(file, edited('There were 7 workshops.'));
  await fault('S0601').then(() => judge(true, 'house style is shown'), () => judge(false, 'house style is shown'));
  judge(elsewhere.length === 0, 'nothing is asked of anybody else', elsewhere.join(' '));
  judge(errors.length === 0, 'no error in the console', errors.join('; '));
} finally {
  writeFileSync(file, good);
  await browser.close();
  command.kill();
}
process.exit(failed ? 1 : 0);
