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
const typed = objects.map(({ apiVersion, kind, ...rest }, index) => {
  const model = `${apiVersion.startsWith("keda.sh/") ? "@kubernetes-models/keda" : "kubernetes-models"}/${apiVersion}/${kind}`;
  new (require(model)[kind])({ apiVersion, kind, ...rest }).validate();
  const literal = JSON.stringify({ apiVersion, kind, ...rest }, null, 1);
  return `import { I${kind} as T${index} } from ${JSON.stringify(model)};\nexport const o${index}: T${index} = ${literal};`;
});
const source = path.join(scratch, "manifests.ts");
fs.writeFileSync(source, typed.join("\n"));
execFileSync(
  process.execPath,
  [path.join(modules, "typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module",
    "node16", "--moduleResolution", "node16", source],
  { stdio: "inherit" });
console.log(`${objects.length} objects: ${objects.map(({ kind }) => kind).join(", ")}`);
