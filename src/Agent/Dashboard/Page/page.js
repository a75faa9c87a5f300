'use strict';
const spans = new Map();
const wanted = () => decodeURIComponent(location.hash.slice(1));
const $ = id => document.getElementById(id);

// Names come from tests and machines: text, never mark-up.
function element(tag, text, kind) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function rows(id, items, cells) {
  const body = $(id).tBodies[0];
  body.replaceChildren(...items.map(item => {
    const row = element('tr');
    row.append(...cells(item));
    return row;
  }));
  if (items.length === 0) {
    const cell = element('td', 'none', 'none');
    cell.colSpan = 99;
    body.append(element('tr'));
    body.lastChild.append(cell);
  }
}

function time(seconds) {
  if (seconds === null || seconds === undefined) return '';
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

const count = (n, thing) => `${n} ${thing}${n === 1 ? '' : 's'}`;

function act(label, path) {
  const cell = element('td');
  if (!$('token').value) return cell;
  const button = element('button', label);
  button.onclick = async () => {
    const answer = await fetch(path, { method: 'POST', headers: { 'X-TestFlock-Token': $('token').value } });
    button.textContent = answer.ok ? 'asked' : answer.status === 403 ? 'wrong token' : 'gone';
  };
  cell.append(button);
  return cell;
}

function left(progress) {
  if (!progress || progress.leftAtMost === null || progress.leftAtMost === undefined) return '';
  const [least, most] = [time(progress.leftAtLeast), time(progress.leftAtMost)];
  return least === most ? most : `${least} to ${most}`;
}

function name(run) {
  const cell = element('td');
  const button = element('button', run.stops ? `${run.id} (stopping)` : run.id, 'run');
  button.title = 'Show its attempts that failed or came again';
  button.onclick = () => { location.hash = encodeURIComponent(run.id); };
  cell.append(button);
  return cell;
}

// The address names the run, so that it can be handed on; for an hour after the run's end, too.
async function lookInto() {
  const run = wanted();
  $('looked-into').hidden = !run;
  if (!run) return;
  const answer = await fetch(`/runs/${encodeURIComponent(run)}/attempts`);
  if (!answer.ok || wanted() !== run) return;
  const attempts = await answer.json();
  $('which').textContent = run;
  const open = new Set([...$('attempts').querySelectorAll('details[open]')].map(details => details.dataset.of));
  rows('attempts', attempts, a => {
    const details = element('details');
    details.dataset.of = `${a.test} ${a.number}`;
    details.open = open.has(details.dataset.of);
    details.append(element('summary', a.output.split('\n')[0].slice(0, 120)), element('pre', a.output));
    const output = element('td', undefined, 'long');
    if (a.output) output.append(details);
    return [
      element('td', a.test), element('td', a.number, 'number'), element('td', a.place),
      element('td', a.end, a.end === 'Passed' ? '' : 'failed'), element('td', time(a.seconds), 'number'), output,
    ];
  });
}

function showRun(run) {
  const progress = run.progress;
  const done = element('td', undefined, 'number');
  if (progress) {
    const bar = element('progress');
    [bar.max, bar.value] = [progress.total, progress.done];
    done.append(bar, `${progress.done}/${progress.total}`);
  }
  return [
    name(run), element('td', run.suite), element('td', run.owner),
    element('td', run.priority.toLowerCase()), done,
    element('td', progress?.failed, progress?.failed ? 'number failed' : 'number'),
    element('td', progress?.flaky, 'number'), element('td', run.slotsBusy, 'number'),
    element('td', left(progress), 'number'), element('td', progress?.waitsFor?.text, 'long'),
    act('cancel', `/runs/${encodeURIComponent(run.id)}/cancel`),
  ];
}

function show(flock) {
  if (flock.problem) return complain(flock.problem);
  const slots = flock.agents.reduce((sum, agent) => sum + agent.slots, 0);
  const busy = flock.agents.reduce((sum, agent) => sum + agent.busy.length, 0);
  $('sums').textContent =
    `${count(flock.agents.length, 'agent')}, ${busy} of ${count(slots, 'slot')} busy, ${count(flock.runs.length, 'run')}`;
  $('state').textContent = `at ${new Date().toLocaleTimeString()}`;
  $('state').className = '';
  lookInto();
  rows('runs', flock.runs, showRun);
  rows('environments', flock.environments, e => [
    element('td', e.name), element('td', e.held, 'number'), element('td', e.capacity, 'number'),
    element('td', Object.entries(e.holders).map(([run, n]) => `${run}: ${n}`).join(', '), 'long'),
  ]);
  rows('agents', flock.agents, a => [
    element('td', a.drains ? `${a.name} (drains)` : a.name), element('td', a.version),
    element('td', `${a.busy.length}/${a.slots}`, 'number'),
    element('td', Object.entries(a.capabilities).map(([name, value]) => `${name}=${value}`).join('; '), 'long'),
    act('drain', `/agents/${encodeURIComponent(a.name)}/drain`),
  ]);
}

function colour(run) {
  let hash = 0;
  for (const c of run) hash = (hash * 31 + c.charCodeAt(0)) % 360;
  return `hsl(${hash} 55% 55%)`;
}

function paint() {
  const width = Number($('minutes').value) * 60000;
  const now = Date.now();
  const lanes = new Map();
  for (const [key, span] of spans) {
    const [began, ended] = [Date.parse(span.began), Date.parse(span.ended)];
    if (now - ended > 3600000) { spans.delete(key); continue; }
    if (now - ended > width) continue;
    if (!lanes.has(span.slot)) lanes.set(span.slot, []);
    lanes.get(span.slot).push([Math.max(0, 1 - (now - began) / width), Math.max(0, 1 - (now - ended) / width), span]);
  }
  const order = (a, b) => a[0].localeCompare(b[0], undefined, { numeric: true });
  $('gantt').replaceChildren(...[...lanes].sort(order).map(([slot, all]) => {
    const lane = element('div', undefined, 'lane');
    const line = element('div', undefined, 'time');
    for (const [from, to, span] of all) {
      const bar = element('div', undefined, 'span');
      bar.style.left = `${from * 100}%`;
      bar.style.width = `${Math.max(0, to - from) * 100}%`;
      bar.style.background = colour(span.run);
      bar.title = `${span.what}\n${span.run}\n${time((Date.parse(span.ended) - Date.parse(span.began)) / 1000)}`;
      line.append(bar);
    }
    lane.append(element('div', slot, 'name'), line);
    return lane;
  }));
  if (lanes.size === 0) $('gantt').append(element('div', 'none', 'none'));
}

function complain(text) {
  $('state').textContent = text;
  $('state').className = 'bad';
}

const events = new EventSource('/events');
events.addEventListener('status', e => show(JSON.parse(e.data)));
events.addEventListener('spans', e => {
  for (const span of JSON.parse(e.data)) spans.set(`${span.slot} ${span.began}`, span);
  paint();
});
events.onerror = () => complain('The dashboard is away; what you see is old. It is tried again.');
$('minutes').onchange = paint;
window.onhashchange = lookInto;
lookInto();
paint();
