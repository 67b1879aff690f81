// Uses the page at / as people do, by keyboard alone, on a phone, in the dark and as a stranger; takes screenshots beside this script and
// prints what happened, a line a fact. Arguments: the browser and the server.
import { chromium } from 'playwright-core';

const [program, server] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const say = (fact, value) => console.log(`${fact}\t${value}`);

async function open(options, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on('pageerror', error => say('error', error.message));
  page.on('dialog', dialog => { say('error', `dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', message => {
    // Refusals that are meant to happen are errors to a browser, too.
    if (message.type() === 'error' && !/status of (403|503)/.test(message.text())) say('error', message.text());
  });
  page.on('request', request => { if (!request.url().startsWith(server) && !/^(blob|data):/.test(request.url())) say('error', `asked ${request.url()}`); });
  await page.goto(`${server}/${hash}`);
  return page;
}

const settled = page => page.waitForFunction(() => document.querySelector('#facts tr') && !document.getElementById('stage').hasAttribute('aria-busy'));
const text = (page, selector) => page.locator(selector).innerText();
const fact = (page, name) => page.evaluate(wanted => [...document.querySelectorAll('#facts tr')]
  .find(row => row.cells[0].textContent === wanted)?.lastElementChild.textContent, name);
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('aria-label') || document.activeElement.innerText);

/** Presses Tab until that has the focus; how often it took, or -1. */
async function tabTo(page, wanted, most = 120) {
  for (let pressed = 0; pressed <= most; pressed++) {
    if (await focused(page) === wanted) return pressed;
    await page.keyboard.press('Tab');
  }
  return -1;
}

/** Texts whose contrast with what is behind them is too small, by the formula of WCAG 2. */
const faint = page => page.evaluate(() => {
  const parts = color => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.disabled) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parts(style.color)), light(ground(element))].sort((x, y) => y - x);
    const large = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700;
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) found.push(`${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  return found;
});

/** What a person without sight, or with a narrow screen, would stumble over. */
const stumbling = page => page.evaluate(() => {
  const found = [];
  const named = element => element.getAttribute('aria-label') || element.labels?.length || element.textContent.trim() || element.getAttribute('aria-labelledby');
  for (const element of document.querySelectorAll('button, input, select, meter, summary, [role=img]')) {
    if (element.checkVisibility() && !named(element)) found.push(`no name: ${element.outerHTML.slice(0, 80)}`);
  }
  for (const image of document.images) if (!image.hasAttribute('alt')) found.push(`no alt: ${image.src}`);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => found.push(`twice: ${id}`));
  if (document.scrollingElement.scrollWidth > innerWidth) found.push(`wider than the screen: ${document.scrollingElement.scrollWidth}`);
  return found;
});

async function look(page, name, full = false) {
  for (const problem of [...await faint(page), ...await stumbling(page)]) say('problem', `${name}: ${problem}`);
  await page.screenshot({ path: `page-${name}.png`, fullPage: full });
}

// 1. By keyboard alone
const page = await open({});
await settled(page);
await page.waitForFunction(() => document.querySelectorAll('#samples img').length > 10);
say('start', await page.inputValue('#request'));
say('pixels', await fact(page, 'Pixels'));
say('explained', await page.locator('#explain tbody tr').count());
say('kept', await fact(page, 'Server’s cache'));
await page.waitForLoadState('networkidle');
await look(page, 'images');
await page.keyboard.press('Tab');
say('first-focus', await focused(page));
say('tabs-to-sample', await tabTo(page, 'dandelion') > 0);
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.getElementById('request').value.includes('dandelion'));
await settled(page);
say('picked', await page.inputValue('#request'));
say('tabs-to-add', await tabTo(page, 'add') > 0);
await page.keyboard.type('op_brightness');
await page.keyboard.press('Enter');
say('after-add', await focused(page));
const before = await page.getAttribute('#stage img', 'src');
for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
await page.waitForFunction(src => document.querySelector('#stage img')?.src !== src, before);
await page.waitForFunction(() => /op_brightness=40/.test(document.querySelector('#facts code')?.textContent));
await settled(page);
say('brightened', await page.inputValue('#request'));
say('controls', (await page.locator('#controls input, #controls select').evaluateAll(all => all.map(each => each.type))).join(' '));
say('add-unknown', await (async () => { await page.fill('#add', 'brightnes'); await page.press('#add', 'Enter'); return text(page, '#add-help'); })());

// 2. Two requests compared
await page.focus('#hold');
await page.keyboard.press('Enter');
say('after-hold', await focused(page));
await page.fill('#request', '/is/image/gallery/dandelion?wid=800&op_saturation=-100&qlt=30');
await page.press('#request', 'Enter');
await page.waitForFunction(() => document.querySelector('#facts tr:last-child td:last-child').textContent.includes('op_saturation'));
await settled(page);
await page.focus('#split');
for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
say('split', await page.evaluate(() => document.getElementById('stage').style.getPropertyValue('--split')));
say('columns', await page.locator('#facts tr').first().locator('td').count());
say('sizes', (await page.locator('#facts tr').nth(3).locator('td').allInnerTexts()).join(' | '));
await look(page, 'compare');
await page.click('#release');
say('released', await page.locator('#facts tr').first().locator('td').count());

// 3. Requests that are none, stand-ins, and texts of a server that look like markup
for (const pasted of ['https://other.example/x.jpg', '//other.example/is/image/a', '/is/../health', '/is/%2e%2e/health', 'javascript:alert(1)']) {
  await page.fill('#request', pasted);
  await page.press('#request', 'Enter');
  await page.waitForFunction(() => document.getElementById('problem').textContent);
  say('refused', pasted);
  await page.evaluate(() => { document.getElementById('problem').textContent = ''; });
}
async function ask(request) {
  await page.fill('#request', request);
  await page.press('#request', 'Enter');
  const local = request.replace(/^https?:..[^/]*/, '');
  await page.waitForFunction(wanted => document.querySelector('#facts tr:last-child td:last-child')?.textContent === wanted, local);
  await settled(page);
}
await ask('https://images.example.com/is/image/shop/sold-out?wid=200');
say('stand-in', await fact(page, 'Stand-in'));
await ask('/is/image/shop?src=gallery/broken&$x=<img src=x onerror=alert(1)>&zzz=<b>1</b>');
say('text-answer', await text(page, '#stage pre'));
say('markup', await page.locator('#images b, #images [onerror]').count());
say('unknown', await page.locator('#controls .badge').allInnerTexts());
await ask('/is/content/shop/size-guide');
say('content', (await fact(page, 'Answer')));

// 4. Health
for (const missing of ['nowhere', 'nowhere-else']) await page.evaluate(id => fetch(`/is/image/shop/${id}`), missing);
await page.focus('#tab-images');
await page.keyboard.press('ArrowRight');
say('tab', await focused(page));
await page.waitForFunction(() => document.querySelectorAll('#report .card').length > 5);
say('cards', (await page.locator('#report h2').allInnerTexts()).join(', '));
say('codes', (await page.locator('#report .bars').evaluateAll(all => all.map(each => each.getAttribute('aria-label')))).join(' / '));
await look(page, 'health', true);

// 5. In the dark, on a phone
const dark = await open({ colorScheme: 'dark' });
await settled(dark);
await dark.waitForLoadState('networkidle');
say('dark', await dark.evaluate(() => getComputedStyle(document.body).backgroundColor));
await look(dark, 'dark');
await dark.click('#tab-health');
await dark.waitForFunction(() => document.querySelectorAll('#report .card').length > 5);
await look(dark, 'health-dark', true);
const phone = await open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, reducedMotion: 'reduce' });
await settled(phone);
await phone.waitForLoadState('networkidle');
await look(phone, 'phone');
await phone.locator('#often button', { hasText: 'op_contrast' }).tap();
await phone.waitForFunction(() => /op_contrast/.test(document.querySelector('#facts code')?.textContent));
say('phone', await phone.inputValue('#request'));
say('small-targets', await phone.evaluate(() => [...document.querySelectorAll('button, input:not([type=range]), select')].filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 24).length));
await look(phone, 'phone-whole', true);
await phone.tap('#tab-health');
await phone.waitForFunction(() => document.querySelectorAll('#report .card').length > 5);
await look(phone, 'phone-health', true);

// 6. As somebody whom the server tells nothing
const stranger = await open({ extraHTTPHeaders: { 'X-Forwarded-For': '192.0.2.1' } }, '#/is/image/gallery/bridge?wid=300');
await settled(stranger);
say('stranger', await stranger.isVisible('#no-samples') && !await stranger.isVisible('.picker-head'));
say('stranger-image', await fact(stranger, 'Pixels'));
say('stranger-explained', await text(stranger, '#explain'));
await stranger.click('#tab-health');
await stranger.waitForSelector('#report .card');
say('stranger-health', await text(stranger, '#report'));
await look(stranger, 'stranger');
await browser.close();
