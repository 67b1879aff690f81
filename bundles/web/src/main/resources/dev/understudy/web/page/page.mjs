// The page at /: asks this server for images and for its health, and shows what comes. Everything that a server says is put into the
// page as text, never as markup; the only addresses that are asked are this server's own.

const $ = id => document.getElementById(id);
const EXPLAIN = '/understudy/explain';
const OFTEN = ['wid', 'hei', 'fit', 'fmt', 'qlt', 'crop', 'rotate', 'flip', 'op_brightness', 'op_contrast', 'op_saturation', 'op_usm', 'bgc'];
const START = 'gallery/bridge';
const PAUSE = 250;
const DAY = 86400000;

const page = { commands: new Map(), formats: [], types: [], shown: null, held: null, asking: null, timer: 0, finding: 0, healthTimer: 0 };

// ---- Elements
/** An element with attributes, and children that are elements or text. */
function el(name, attributes = {}, ...children) {
  const made = name === 'svg' || name === 'rect' ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter(child => child != null && child !== false));
  return made;
}

function table(caption, heads, rows, empty) {
  if (!rows.length) return el('p', { class: 'muted' }, empty ?? 'None.');
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { class: 'list' }, el('caption', { class: 'hidden' }, caption),
      el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map(row => el('tr', {}, row.map(cell => el('td', {}, cell ?? '')))))));
}

const badge = (word, kind) => el('span', { class: `badge ${kind}` }, word);
const count = number => Number(number).toLocaleString('en');
const plural = (number, one, many = `${one}s`) => `${count(number)} ${Number(number) === 1 ? one : many}`;
function bytes(number) {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, number)) / 10));
  return `${power ? (number / 1024 ** power).toFixed(1).replace(/\.0$/, '') : number} ${['bytes', 'KB', 'MB', 'GB'][power]}`;
}
const time = instant => instant ? el('time', { datetime: instant }, new Date(instant).toLocaleString()) : '';

// ---- Requests as text
/** The path and query of what somebody has typed or pasted; throws with what is wrong when that is no request to this server. */
function target(text) {
  const local = text.trim().replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const url = /^\/is\/[a-z]/i.test(local) && new URL(local, location.origin);
  if (!url || url.origin !== location.origin || !url.pathname.startsWith('/is/')) {
    throw new Error('A request begins with /is/image/ or /is/content/; of a whole address, the part after the host is taken.');
  }
  return local;
}

/** Modifiers of a query, in order; what is in braces is part of one. */
function modifiers(request) {
  const query = request.includes('?') ? request.slice(request.indexOf('?') + 1) : '';
  const parts = [];
  let depth = 0, part = '';
  for (const c of query) {
    depth += c === '{' ? 1 : c === '}' ? -1 : 0;
    if (c === '&' && depth <= 0) { parts.push(part); part = ''; } else part += c;
  }
  return [...parts, part].filter(Boolean).map(raw => {
    const at = raw.indexOf('=');
    return at < 0 ? { name: raw, value: null } : { name: raw.slice(0, at), value: decoded(raw.slice(at + 1)), raw: raw.slice(at + 1) };
  });
}

function decoded(value) {
  try { return decodeURIComponent(value.replace(/\+/g, ' ')); } catch { return value; }
}
const encoded = value => encodeURIComponent(value).replace(/%(2C|3A|3B|2F|40|24|7B|7D|3D|3F)/gi, escaped => decodeURIComponent(escaped));

function withModifiers(request, list) {
  const query = list.map(({ name, value, raw }) => value === null ? name : `${name}=${raw ?? encoded(value)}`).join('&');
  return request.replace(/\?.*$/s, '') + (query ? `?${query}` : '');
}

// ---- Controls, made from the table of commands
function control(command, modifier, change) {
  const spelling = command?.names.find(({ name }) => name.toLowerCase() === modifier.name.toLowerCase());
  const allowed = spelling?.value ?? '';
  const label = { 'aria-label': modifier.name, title: allowed };
  const range = /^(?:an integer|a number) of (-?[\d.]+)\.\.(-?[\d.]+)$/.exec(allowed);
  const set = event => change(event.target.value);
  if (range) {
    const [, min, max] = range;
    const step = allowed.startsWith('an') ? 1 : (max - min) / 100;
    const number = el('input', { type: 'number', min, max, step: 'any', ...label, value: modifier.value });
    const slider = el('input', { type: 'range', min, max, step, 'aria-label': `${modifier.name}, as a slider`, value: modifier.value || 0 });
    number.addEventListener('input', event => { slider.value = event.target.value; set(event); });
    slider.addEventListener('input', event => { number.value = event.target.value; set(event); });
    return [slider, number];
  }
  if (/^an integer of \d+ or more$/.test(allowed)) {
    return [el('input', { type: 'number', min: /\d+/.exec(allowed)[0], ...label, value: modifier.value, oninput: set })];
  }
  const words = choices(command, allowed);
  if (words.length && !/, (and|then) /.test(allowed) && words.includes(modifier.value) && command.name !== 'fmt') {
    return [el('select', { ...label, onchange: set }, words.map(word => el('option', { value: word, selected: word === modifier.value }, word)))];
  }
  const list = `choices-${modifier.name}`;
  const text = el('input', { type: 'text', ...label, value: modifier.value, autocomplete: 'off', spellcheck: 'false', list: words.length ? list : null, oninput: set });
  const made = words.length ? [text, el('datalist', { id: list }, words.map(word => el('option', { value: word })))] : [text];
  if (allowed.includes('rrggbb')) {
    const color = /^[\da-f]{6}/i.exec(modifier.value ?? '');
    made.push(el('input', { type: 'color', 'aria-label': `${modifier.name}, as a color`, value: `#${color ? color[0].toLowerCase() : 'ffffff'}`,
      oninput: event => { text.value = event.target.value.slice(1); change(text.value); } }));
  }
  return made;
}

/** The words that a value may be, or may begin with. */
function choices(command, allowed) {
  if (command?.name === 'fmt') return page.formats;
  if (command?.name === 'req') return page.types;
  const found = /^((?:[\w-]+, )*[\w-]+ or [\w-]+)(?:, (?:and|then) .*)?$/.exec(allowed);
  return found ? found[1].split(/, | or /) : [];
}

function first(command) {
  const { value } = command.names[0];
  const range = /\.\.(-?[\d.]+)$/.exec(value);
  const words = choices(command, value);
  return { wid: '400', hei: '300', qlt: '80', rotate: '15', op_usm: '1,1,6', crop: '0,0,400,300', bgc: 'ffffff' }[command.name]
    ?? (words.length ? words[0] : range ? '0' : /integer|number/.test(value) ? '1' : '');
}

function drawControls() {
  const request = $('request').value;
  const list = modifiers(request);
  const change = next => { $('request').value = withModifiers(request, next); soon(); };
  $('controls').replaceChildren(...list.map((modifier, index) => {
    const command = page.commands.get(modifier.name.toLowerCase());
    const set = value => {
      const now = modifiers($('request').value);
      now[index] = { name: modifier.name, value };
      $('request').value = withModifiers($('request').value, now);
      soon();
    };
    const known = command || modifier.value === null || modifier.name.startsWith('$');
    return el('li', { class: modifier.name === 'layer' || modifier.name === 'effect' ? 'layer' : null },
      el('span', { class: 'name' }, modifier.name, known ? null : badge('unknown', 'warn'), command?.works === 'no' ? badge('no effect', 'warn') : null),
      el('span', { class: 'control' }, modifier.value === null ? '' : control(command, modifier, set)),
      el('button', { type: 'button', class: 'plain', 'aria-label': `Remove ${modifier.name}`, onclick: () => {
        change(list.filter((_, other) => other !== index));
        drawControls();
        ($('controls').querySelectorAll('button')[Math.min(index, list.length - 2)] ?? $('add')).focus();
      } }, '×'));
  }));
  if (!list.length) $('controls').append(el('li', { class: 'muted' }, 'None yet.'));
}
function add(name) {
  const command = page.commands.get(name.trim().toLowerCase());
  const preset = /^\$[^$=]+\$$/.test(name.trim());
  if (!command && !preset) return void ($('add-help').textContent = name.trim() ? `‘${name.trim()}’ is no command of this server.` : 'A name is missing.');
  const list = modifiers($('request').value);
  list.push(preset ? { name: name.trim(), value: null } : { name: command.names[0].name, value: first(command) });
  $('request').value = withModifiers($('request').value, list);
  $('add').value = '';
  $('add-help').textContent = command ? `${command.name}: ${command.names[0].value}${command.fallback ? `; if not given: ${command.fallback}` : ''}. ${command.note}` : '';
  drawControls();
  $('controls').lastElementChild.querySelector('input, select')?.focus();
  soon();
}

// ---- One request, and what came of it
const soon = () => { clearTimeout(page.timer); page.timer = setTimeout(show, PAUSE); };

/** The request that is typed; says what is wrong and is empty when it is none. */
function readable() {
  $('problem').textContent = '';
  try { return target($('request').value); } catch (wrong) { $('problem').textContent = wrong.message; }
  return '';
}

async function show() {
  clearTimeout(page.timer);
  page.asking?.abort();
  const asking = page.asking = new AbortController();
  const request = readable();
  if (!request) return;
  history.replaceState(null, '', `#${request}`);
  $('stage').setAttribute('aria-busy', 'true');
  try {
    const result = await ask(request, asking.signal);
    if (page.shown && page.shown !== page.held) URL.revokeObjectURL(page.shown.url);
    page.shown = result;
    drawResult();
    await explain(request, asking.signal);
  } catch (failure) {
    if (failure.name !== 'AbortError') $('problem').textContent = 'The server does not answer.';
  } finally {
    if (page.asking === asking) $('stage').removeAttribute('aria-busy');
  }
}

async function ask(request, signal) {
  const begun = performance.now();
  // A request with this precondition changes nothing on the server, whatever a pasted one asks for.
  const looking = { 'If-Unmodified-Since': new Date(Date.now() + DAY).toUTCString() };
  const response = await fetch(request, { cache: 'no-store', signal, redirect: 'error', credentials: 'omit', headers: looking });
  const answered = performance.now();
  const blob = await response.blob();
  const result = { request, status: response.status, headers: response.headers, size: blob.size, first: answered - begun,
    whole: performance.now() - begun, type: response.headers.get('content-type') ?? '', url: URL.createObjectURL(blob) };
  if (!result.type.startsWith('image/')) {
    result.text = /^(text|application\/(json|javascript|xml))/.test(result.type) ? (await blob.text()).slice(0, 20000) : 'No image and no text.';
    return result;
  }
  const image = el('img', { src: result.url, alt: `Answer to ${request}` });
  try {
    await image.decode();
    return { ...result, image, pixels: `${image.naturalWidth} × ${image.naturalHeight}` };
  } catch {
    return { ...result, text: 'This browser does not show images of this format.' };
  }
}

/** What the answer says of the cache; else whether the explanation, which is made afterwards, found it there. */
function cacheUse({ headers, kept }) {
  const told = headers.get('cache-status');
  if (told) return told.split(';').slice(1).map(part => part.trim()).join(', ') || told;
  return kept ? kept === 'REUSED' ? 'has it now' : 'does not keep it' : el('span', { class: 'muted' }, 'not told');
}

function standIn(headers) {
  const told = headers.get('understudy-standin');
  if (!told) return badge('as asked for', 'ok');
  const [kind, ...more] = told.split(';').map(part => part.trim());
  return [badge(kind.replaceAll('-', ' '), 'warn'), ' ', more.join(', ').replace('code=', '')];
}

function facts(result) {
  const { headers } = result;
  return {
    Answer: [badge(String(result.status), result.status < 400 ? 'ok' : 'bad'), ' ', result.type.replace(/;.*/, '')],
    'Stand-in': standIn(headers),
    Pixels: result.pixels ?? '–',
    Size: bytes(result.size),
    Time: `${result.whole.toFixed(0)} ms, the first byte after ${result.first.toFixed(0)} ms`,
    'Server’s cache': cacheUse(result),
    Ignored: headers.get('understudy-ignored') ?? (result.ignored || 'nothing'),
    'May be kept': headers.get('cache-control') ?? '–',
    Request: el('code', {}, result.request),
  };
}

function drawResult() {
  const { shown, held } = page;
  const view = result => result.image?.cloneNode() ?? el('pre', { tabindex: '0' }, result.text);
  $('stage').classList.toggle('compared', Boolean(held));
  $('stage').replaceChildren(...(held ? [el('div', { class: 'b' }, view(shown)), el('div', { class: 'a' }, view(held)), el('div', { class: 'edge' })] : [view(shown)]));
  $('slider').hidden = $('release').hidden = $('facts-head').hidden = !held;
  $('hold').disabled = false;
  $('hold').textContent = held ? 'Keep B as A' : 'Keep as A and compare';
  drawFacts();
}

function drawFacts() {
  const { shown, held } = page;
  $('facts-head').replaceChildren(el('tr', {}, el('td', {}), el('th', { scope: 'col' }, 'A'), el('th', { scope: 'col' }, 'B')));
  const [now, before] = [facts(shown), held && facts(held)];
  if (held?.size && shown.size !== held.size) {
    const percent = Math.round(100 * (shown.size / held.size - 1));
    now.Size += ` (${percent > 0 ? '+' : ''}${percent} %)`;
  }
  $('summary').replaceChildren(facts(shown).Answer[0], ...[standIn(shown.headers)].flat(), el('span', {}, `${[shown.pixels, bytes(shown.size), `${shown.whole.toFixed(0)} ms`].filter(Boolean).join('  ·  ')}`));
  $('facts').replaceChildren(...Object.keys(now).map(name => el('tr', {}, el('th', { scope: 'row' }, name),
    before ? el('td', {}, before[name]) : null, el('td', {}, now[name]))));
}

// ---- Explanations
async function explain(request, signal) {
  const note = words => $('explain').replaceChildren(el('p', { class: 'muted' }, words));
  if (!/^\/is\/image(\/|\?|$)/.test(request)) return note('Requests for images alone are explained.');
  const response = await fetch(EXPLAIN + request.slice('/is/image'.length), { cache: 'no-store', signal, credentials: 'omit' });
  if (response.status === 403) return note('Told to clients that may see the details of the health alone.');
  if (!response.headers.get('content-type')?.startsWith('application/json')) return note(await response.text());
  const told = await response.json();
  const ignored = told.ignored ?? [];
  if (page.shown?.request === request) {
    Object.assign(page.shown, { kept: told.outcome?.cache, ignored: ignored.map(({ name }) => name).join(', ') });
    drawFacts();
  }
  const section = (title, content) => el('section', {}, el('h3', {}, title), content);
  const reason = ({ code, message }) => [badge(code, 'bad'), ' ', message];
  return $('explain').replaceChildren(...[
    section('Comes to', el('p', {}, told.outcome.code ? reason(told.outcome)
      : `${told.outcome.type}, ${bytes(told.outcome.bytes)}; catalog ${told.catalog || 'default'}, ${told.object?.kind} ${told.object?.name ?? ''}`)),
    ignored.length > 0 && section('Has no effect', table('What has no effect', ['name', 'why', 'from'], ignored.map(one => [el('code', {}, one.name), one.why, one.from]))),
    told.rules && section('Rules', el('pre', {}, JSON.stringify(told.rules, null, 2))),
    section('Commands', table('Commands', ['of', 'command', 'value', 'from', 'instead of'], (told.commands ?? []).filter(({ command, value }) => command !== 'req' || value !== 'explain').map(one => [one.of, el('code', {}, one.command),
      el('code', {}, one.value), one.from, (one.overrides ?? []).map(over => `${over.command}=${over.value} (${over.from})`).join(', ')]))),
    section('Files', table('Files', ['file', 'format', 'pixels', 'size', 'changed'], (told.sources ?? []).map(one => one.failure ? [one.file, reason(one.failure)]
      : [one.file, one.format, `${one.width} × ${one.height}`, bytes(one.bytes), time(one.modified)]))),
    told.now && section('Stands in now', el('pre', {}, JSON.stringify(told.now, null, 2))),
    el('details', {}, el('summary', {}, 'All of the explanation'), el('pre', { tabindex: '0' }, JSON.stringify(told, null, 2))),
  ].filter(Boolean));
}

// ---- Samples
async function json(path) {
  const response = await fetch(path, { cache: 'no-store', credentials: 'omit' });
  return response.ok ? response.json() : null;
}

async function drawSamples() {
  const find = $('find').value.trim();
  const told = await json(`/understudy/objects.json?catalog=${encodeURIComponent($('catalog').value)}&find=${encodeURIComponent(find)}`);
  if (!told || find !== $('find').value.trim()) return;
  $('found').textContent = `${count(told.objects.length)} of ${count(told.count)}`;
  $('samples').replaceChildren(...told.objects.map(object => {
    const path = `/is/image/${object.split('/').map(encodeURIComponent).join('/')}`;
    return el('li', {}, el('button', { type: 'button', onclick: () => pick(path) },
      el('img', { src: `${path}?wid=272&hei=204&fit=crop,1&qlt=75`, alt: '', loading: 'lazy', width: 136, height: 102, onerror: event => event.target.replaceWith(el('span', { class: 'none' }, 'no image')) }), el('span', {}, object.replace(/^[^/]*\//, ''))));
  }));
}

function pick(path) {
  const kept = modifiers($('request').value).filter(({ name }) => ['wid', 'fmt', 'qlt'].includes(name.toLowerCase()));
  $('request').value = withModifiers(path, kept.length ? kept : [{ name: 'wid', value: '800' }]);
  drawControls();
  show();
}

// ---- Health
const KNOWN = ['live', 'ready', 'tenants', 'mounts', 'quarantine', 'failures', 'ignored', 'secondaries', 'settings', 'storage', 'levels', 'foreign', 'cache', 'load'];

function bars(hours, code) {
  const most = Math.max(1, ...hours);
  return el('svg', { viewBox: '0 0 96 20', preserveAspectRatio: 'none', class: 'bars', role: 'img', 'aria-label': `${code} in each of the last ${hours.length} hours: ${hours.join(', ')}` },
    hours.map((number, at) => el('rect', { x: at * 4, width: 3, y: number ? 20 - Math.max(2, 20 * number / most) : 19, height: number ? Math.max(2, 20 * number / most) : 1, class: number ? '' : 'none' })));
}

function fill(label, used, most, words = count) {
  return el('div', { class: 'fill' }, el('span', {}, label), el('meter', { min: 0, max: most || 1, value: used, 'aria-label': label }),
    el('span', { class: 'number' }, `${words(used)} of ${words(most)}`));
}

function lines(object) {
  return el('dl', {}, Object.entries(object).map(([name, value]) => [el('dt', {}, name.replace(/([A-Z])/g, ' $1').toLowerCase()),
    el('dd', {}, value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value))]));
}

const stateBadge = (word, good) => badge(word, good.includes(word) ? 'ok' : ['stale', 'problem', 'half-open', 'swapping', 'degraded'].includes(word) ? 'warn' : 'bad');

const card = (title, content, wide) => el('section', { class: wide ? 'card wide' : 'card' }, el('h2', {}, title), content);
const listed = (title, heads, rows, empty) => card(title, table(title, heads, rows, empty), true);

function tiles({ ready, tenants, failures, quarantine, secondaries }) {
  const tile = (number, words, kind) => el('div', { class: `tile ${kind}` }, el('strong', {}, number), el('span', {}, words));
  const bad = tenants.filter(({ state }) => state !== 'ok').length;
  const failed = failures.reduce((sum, failure) => sum + failure.count, 0);
  const open = secondaries.filter(({ breaker }) => breaker !== 'closed').length;
  return el('div', { class: 'tiles wide' },
    tile(ready ? 'Ready' : 'Not ready', ready ? 'takes requests' : 'should get no requests', ready ? 'ok' : 'bad'),
    tile(count(tenants.length), `${tenants.length === 1 ? 'tenant' : 'tenants'}, ${bad ? count(bad) : 'none'} with problems`, bad ? 'warn' : 'ok'),
    tile(count(failed), `${failed === 1 ? 'failure' : 'failures'} in the last day`, failed ? 'warn' : 'ok'),
    tile(count(quarantine.count), `${quarantine.count === 1 ? 'source' : 'sources'} in quarantine`, quarantine.count ? 'warn' : 'ok'),
    tile(count(secondaries.length), `${secondaries.length === 1 ? 'secondary server' : 'secondary servers'}${open ? `, ${count(open)} with an open breaker` : ''}`,
      open ? 'warn' : 'ok'));
}

function lists({ tenants, failures, secondaries, settings, ignored }) {
  const bad = tenants.filter(({ state }) => state !== 'ok').slice(0, 100);
  return [
    listed('Tenants with problems', ['tenant', 'state', 'newest problem'], bad.map(one => [one.name, stateBadge(one.state, ['ok']), one.problem]),
      `None of ${count(tenants.length)}.`),
    listed('Failures by code', ['code', 'how many', 'by hour, the last 24', 'last'], failures.map(one => [el('code', {}, one.code),
      count(one.count), one.hours ? bars(one.hours, one.code) : '', time(one.last)]), 'None in the last day.'),
    listed('Secondary servers', ['number', 'reachable', 'breaker', 'under way', 'last failure', 'forwards'], secondaries.map(one => [one.number,
      one.reachable === null ? 'not asked yet' : one.reachable ? 'yes' : 'no', stateBadge(one.breaker, ['closed']), count(one.underWay),
      one.failure ? [el('code', {}, one.failure.code), ' ', time(one.failure.last)] : 'none',
      one.forwards.length ? one.forwards.map(forward => el('div', {}, `${count(forward.count)} ${forward.outcome}, for ${forward.reason}`)) : 'none']), 'There is none.'),
    settings.length && listed('Settings without effect', ['file', 'setting', 'problem'], settings.map(one => [one.file, one.setting, one.problem])),
    ignored.length && listed('Ignored commands', ['command', 'tenant', 'how many', 'last'], ignored.map(one => [one.command, one.tenant, count(one.count), time(one.last)])),
  ];
}

function figures(report) {
  const { cache, load, levels, foreign, storage, quarantine, mounts } = report;
  const note = words => el('p', { class: 'muted' }, words);
  return el('div', { class: 'columns wide' }, [
    load && card('Load', [fill('requests', load.requests, load.maxRequests), fill('images being made', load.rendering, load.renders),
      fill('memory for images', load.memory, load.maxMemory, bytes)]),
    cache && card('Response cache', cache.folders ? [fill('replies', cache.count, cache.maxCount), fill('size', cache.bytes, cache.maxBytes, bytes),
      note(`${cache.usable} of ${cache.folders} folders can be used.`)] : note('Off.')),
    card('Quarantine', quarantine.count ? [el('p', {}, `${plural(quarantine.count, 'source')}; the newest:`),
      el('ul', {}, quarantine.newest.map(name => el('li', {}, name)))] : note('Empty.')),
    levels && card('Sources that are kept smaller', [fill('size', levels.bytes, levels.maxBytes, bytes), note(`${count(levels.waiting)} waiting; used ${plural(levels.used, 'time')}.`)]),
    storage && card('Root folders', table('Root folders', ['setting', 'number', 'state'], storage.roots.map(root => [root.setting, root.number, stateBadge(root.state, ['present'])]))),
    card('Mounts', table('Mounts', ['mount', 'state'], mounts.map(one => [el('code', {}, one.mount), stateBadge(one.state, ['serving'])]))),
    foreign && card('Foreign images', [fill('size', foreign.bytes, foreign.maxBytes, bytes), note(`${count(foreign.fetched)} fetched, ${count(foreign.failed)} failed.`)]),
    Object.keys(report).filter(name => !KNOWN.includes(name)).map(name => card(name, [report[name]].flat().map(one => lines(Object(one))))),
  ]);
}

async function drawHealth() {
  let report;
  try {
    report = await (await fetch('/health', { cache: 'no-store', credentials: 'omit' })).json();
  } catch {
    $('state').replaceChildren(badge('does not answer', 'bad'));
    return;
  }
  $('state').replaceChildren(report.ready ? badge('ready', 'ok') : badge('not ready', 'bad'));
  if ($('health').hidden) return;
  $('asked').textContent = `Last asked: ${new Date().toLocaleTimeString()}.`;
  const short = () => [card('This server', el('p', {}, `The server is ${report.ready ? '' : 'not '}ready. It tells more to the clients in its setting health.detail.`))];
  $('report').replaceChildren(...(report.tenants ? [tiles(report), ...lists(report), figures(report)].filter(Boolean) : short()));
}

function healthSoon() {
  clearTimeout(page.healthTimer);
  page.healthTimer = setTimeout(async () => {
    if (document.visibilityState === 'visible' && !$('health').hidden) await drawHealth();
    healthSoon();
  }, 10000);
}

// ---- The page
const TABS = ['images', 'health'];

function open(name, focus) {
  for (const tab of TABS) {
    const chosen = tab === name;
    $(tab).hidden = !chosen;
    $(`tab-${tab}`).setAttribute('aria-selected', chosen);
    $(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
    if (chosen && focus) $(`tab-${tab}`).focus();
  }
  document.title = name === 'health' ? 'Health – Understudy' : 'Understudy';
  if (name === 'health') { history.replaceState(null, '', '#health'); drawHealth(); }
}

function listen() {
  for (const tab of TABS) {
    $(`tab-${tab}`).addEventListener('click', () => open(tab));
    $(`tab-${tab}`).addEventListener('keydown', event => {
      const [first, last] = TABS;
      const next = { ArrowLeft: tab === first ? last : first, ArrowRight: tab === first ? last : first, Home: first, End: last }[event.key];
      if (next) { event.preventDefault(); open(next, true); }
    });
  }
  $('form').addEventListener('submit', event => { event.preventDefault(); drawControls(); show(); });
  $('request').addEventListener('change', drawControls);
  $('add-form').addEventListener('submit', event => { event.preventDefault(); add($('add').value); });
  $('catalog').addEventListener('change', drawSamples);
  $('find').addEventListener('input', () => { clearTimeout(page.finding); page.finding = setTimeout(drawSamples, PAUSE); });
  $('split').addEventListener('input', event => $('stage').style.setProperty('--split', `${event.target.value}%`));
  $('hold').addEventListener('click', () => { page.held = page.shown; drawResult(); $('split').focus(); });
  $('release').addEventListener('click', () => { page.held = null; drawResult(); $('hold').focus(); });
  $('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(new URL(target($('request').value), location.origin).href);
      $('copied').textContent = 'Copied.';
    } catch {
      $('request').select();
      $('copied').textContent = 'Press Ctrl+C to copy.';
    }
  });
  addEventListener('hashchange', fromHash);
}

function fromHash() {
  const hash = location.hash.slice(1);
  if (hash === 'health') return open('health');
  if (!hash.startsWith('/is/')) return undefined;
  $('request').value = hash;
  open('images');
  drawControls();
  return show();
}

async function begin() {
  listen();
  drawHealth();
  healthSoon();
  const [table, objects] = await Promise.all([json('/understudy/commands.json'), json('/understudy/objects.json')]);
  for (const command of table?.commands ?? []) {
    for (const { name } of command.names) page.commands.set(name.toLowerCase(), command);
  }
  page.formats = table?.formats ?? [];
  page.types = (table?.requestTypes ?? []).map(({ type }) => type);
  $('all-commands').replaceChildren(...(table?.commands ?? []).map(command => el('option', { value: command.name }, command.names[0].value)));
  $('often').replaceChildren(...OFTEN.filter(name => page.commands.has(name.toLowerCase())).map(name =>
    el('button', { type: 'button', 'aria-label': `Add ${name}`, onclick: () => add(name) }, `+ ${name}`)));
  if (objects) {
    $('catalog').replaceChildren(...objects.catalogs.map(name => el('option', { value: name, selected: name === START.split('/')[0] }, name || '(default)')));
    drawSamples();
  } else {
    document.querySelector('.picker-head').hidden = true;
    $('no-samples').hidden = false;
  }
  fromHash();
  if (!location.hash && objects?.catalogs.includes('gallery')) pick(`/is/image/${START}`);
}

begin();
