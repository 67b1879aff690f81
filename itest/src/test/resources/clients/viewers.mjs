// Opens a viewer in a browser, moves it, takes screenshots beside this script and prints what happened, a line a fact.
// Arguments: the browser, the viewer (zoom, iiif or spin), the server, and what is to be viewed.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [program, name, server, viewed] = process.argv.slice(2);
const zooms = name !== 'spin';
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: zooms ? { width: 800, height: 450 } : { width: 300, height: 300 } });
page.setDefaultTimeout(60000);
const say = (fact, value) => console.log(`${fact}\t${value}`);
let tiles = 0;

page.on('pageerror', error => say('error', error.message));
page.on('console', message => message.type() === 'error' && say('error', message.text()));
page.on('requestfailed', request => say('error', `${request.url()} ${request.failure()?.errorText}`));
page.on('response', response => {
  if (!response.url().startsWith(server)) return;
  if (response.status() !== 200 || response.headers()['understudy-standin']) say('error', `${response.status()} ${response.url()}`);
  if (/req=tile|\/default\./.test(response.url())) { tiles++; say('tile', response.url()); }
});
// The page is of another origin than its images, as on most sites.
const files = { '/zoom.html': 'zoom.html', '/iiif.html': 'iiif.html', '/spin.html': 'spin.html',
  '/openseadragon.js': 'node_modules/openseadragon/build/openseadragon/openseadragon.min.js' };
const pages = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  response.writeHead(path in files ? 200 : 204, { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html' });
  response.end(path in files ? readFileSync(files[path]) : undefined);
});
await new Promise(listening => pages.listen(0, '127.0.0.1', listening));
const site = `http://127.0.0.1:${pages.address().port}`;

const what = zooms ? 'image' : 'set';
await page.goto(`${site}/${name}.html?server=${encodeURIComponent(server)}&${what}=${encodeURIComponent(viewed)}`);
if (zooms) {
  const drawn = () => page.waitForFunction(() => window.viewer?.world.getItemAt(0)?.getFullyLoaded(), null, { timeout: 60000 });
  const settled = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  await drawn();
  await settled();
  await page.screenshot({ path: `${name}-whole.png` });
  say('tiles-of-whole', tiles);
  await page.evaluate(() => { // one pixel of the image for one of the screen, around its middle
    const viewport = window.viewer.viewport;
    viewport.zoomTo(viewport.imageToViewportZoom(1), null, true);
    viewport.panTo(new OpenSeadragon.Point(0.5, viewport.getBounds(true).getCenter().y), true);
  });
  await settled();
  await drawn();
  await settled();
  await page.screenshot({ path: `${name}-close.png` });
  const corner = await page.evaluate(() => {
    const box = window.viewer.viewport.viewportToImageRectangle(window.viewer.viewport.getBounds(true));
    return [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
  });
  say('close', corner);
  say('tiles', tiles);
} else {
  const whole = () => page.waitForFunction(() => frames.length > 0 && frames.every(frame => frame.complete && frame.naturalWidth > 0)
    && document.getElementById('view').complete, null, { timeout: 60000 });
  await whole();
  say('frames', await page.evaluate(() => frames.length));
  await page.screenshot({ path: 'spin-first.png' });
  await page.mouse.move(100, 150);
  await page.mouse.down();
  await page.mouse.move(160, 150, { steps: 6 }); // three frames on
  await page.mouse.up();
  await whole();
  say('shown', await page.evaluate(() => at));
  await page.screenshot({ path: 'spin-turned.png' });
}
await browser.close();
pages.close();
