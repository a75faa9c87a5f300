// The suite of bench/Suites/Uneven for Playwright Test: the same sleeps, read from the same file. No browser is started.
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('@playwright/test');

const file = path.join(__dirname, '..', '..', 'Suites', 'Uneven', 'durations.txt');
fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).forEach((line, i) => {
  test(`sleeps ${i}`, () => new Promise(done => setTimeout(done, Number(line))));
});
