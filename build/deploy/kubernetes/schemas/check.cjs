// node check.cjs MANIFESTS.yaml, with NODE_PATH where package.json was installed: holds each object against the schema of
// its kind. The models check values but let unknown names pass; the compiler of TypeScript knows all names.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const yaml = require("js-yaml");

const modules = process.env.NODE_PATH;
const manifests = process.argv[2];
const scratch = fs.mkdtempSync(path.join(path.dirname(manifests), "schemas-"));
fs.symlinkSync(modules, path.join(scratch, "node_modules"));
const objects = yaml.loadAll(fs.readFileSync(manifests, "utf8"));
const described = objects.map(({ apiVersion, kind, ...rest }, index) => ({
  kind,
  index,
  model: `${apiVersion.startsWith("keda.sh/") ? "@kubernetes-models/keda" : "kubernetes-models"}/${apiVersion}/${kind}`,
  literal: JSON.stringify({ apiVersion, kind, ...rest }, null, 1),
}));

// The packages can only be imported (so these are modules), and an import looks for modules beside the file that asks.
const validation = path.join(scratch, "validate.mjs");
fs.writeFileSync(validation, described.map(({ kind, index, model, literal }) =>
  `import { ${kind} as M${index} } from ${JSON.stringify(model)};\nnew M${index}(${literal}).validate();`).join("\n"));
execFileSync(process.execPath, [validation], { stdio: "inherit" });

const typed = described.map(({ kind, index, model, literal }) =>
  `import { I${kind} as T${index} } from ${JSON.stringify(model)};\nexport const o${index}: T${index} = ${literal};`);
const source = path.join(scratch, "manifests.mts");
fs.writeFileSync(source, typed.join("\n"));
execFileSync(
  process.execPath,
  [path.join(modules, "typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module",
    "node16", "--moduleResolution", "node16", source],
  { stdio: "inherit" });
console.log(`${objects.length} objects: ${objects.map(({ kind }) => kind).join(", ")}`);
