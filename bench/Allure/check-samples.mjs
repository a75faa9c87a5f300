// node bench/Allure/check-samples.mjs [framework …]
// Runs the samples with Allure results, embedded, in both kinds of isolation, makes a report with each of Allure's own
// tools (build/reports/install.sh), and compares: every result of the TRX is in both reports, with its outcome, and the
// files that tests attached are. Prints a line for each; exits with 1 when one differs.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const frameworks = process.argv.slice(2).length ? process.argv.slice(2) : ["NUnit", "XunitV2", "XunitV3", "MSTest"];
const tools = "artifacts/reports/node_modules";
const readAll = (folder) => readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
const count = (values) => Object.entries(values.reduce((all, v) => ({ ...all, [v]: (all[v] ?? 0) + 1 }), {}))
  .sort().map(([name, n]) => `${name} ${n}`).join(", ");
const word = { Passed: "passed", Failed: "failed", NotExecuted: "skipped", failed: "failed", broken: "failed" };
let differs = false;

for (const framework of frameworks) {
  for (const isolation of ["warm", "process"]) {
    const folder = mkdtempSync(join(tmpdir(), "testflock-samples-"));
    const settings = join(folder, "bench.runsettings");
    writeFileSync(settings, `<RunSettings><TestFlock><Slots>2</Slots><Isolation>${isolation}</Isolation><Allure /></TestFlock></RunSettings>`);
    const assembly = `samples/${framework}/bin/Debug/net10.0/Shop.${framework}.dll`;
    spawnSync("dotnet", ["test", assembly, "--settings", settings, "--logger", "trx;LogFileName=run.trx",
      "--results-directory", folder], { stdio: "ignore" });

    const trx = readFileSync(join(folder, "run.trx"), "utf8");
    const outcomes = [...trx.matchAll(/<UnitTestResult [^>]*outcome="(\w+)"/g)].map((m) => word[m[1]] ?? m[1]);
    const files = [...trx.matchAll(/<ResultFile /g)].length;
    const results = join(folder, "allure-results");
    const report2 = join(folder, "report-2"), report3 = join(folder, "report-3");
    execFileSync("node", [`${tools}/allure-commandline/bin/allure`, "generate", "-o", report2, results], { stdio: "ignore" });
    execFileSync("node", [`${tools}/allure/cli.js`, "generate", "-o", report3, results], { stdio: "ignore" });
    const tests2 = readAll(join(report2, "data/test-cases")), tests3 = readAll(join(report3, "data/test-results"));
    const visible2 = tests2.filter((t) => !t.hidden), visible3 = tests3.filter((t) => !t.isRetry);
    const isNoOutput = (a) => !["Console Output", "Console Error", "Debug Trace", "Additional Information"].includes(a.name);
    const files2 = visible2.flatMap((t) => t.testStage?.attachments ?? []).filter(isNoOutput).length;

    const expected = count(outcomes);
    const [of2, of3] = [visible2, visible3].map((all) => count(all.map((t) => word[t.status] ?? t.status)));
    const isSame = outcomes.length > 0 && expected === of2 && expected === of3 && files === files2
      && tests2.length === visible2.length;
    differs ||= !isSame;
    console.log(`${isSame ? "same  " : "DIFFER"} ${framework} ${isolation}: TRX ${expected}, ${files} files; `
      + `Allure 2 ${of2}, ${files2} files, ${tests2.length - visible2.length} retries; Allure 3 ${of3}`
      + (isSame ? "" : ` (${folder})`));
  }
}

process.exit(differs ? 1 : 0);
