// Checks the direction of imports, and that the check sees what it claims to check: dependency-cruiser passes silently
// over modules that it cannot parse, so fewer modules seen than files found is a failure too. Another tree than this one can be
// named as the first argument: the tests of the check plant faults in small trees of their own.
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.cjs';

const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);

const files = ['src', 'web/src']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name));
const { options, ...rules } = configuration;
const result = await cruise(['src', 'web/src'], { ...options, ruleSet: rules, validate: true }, undefined, {
  tsConfig: extractTSConfig(join(root, 'tsconfig.json')),
});
const { modules, summary } = result.output;
const seen = new Set(modules.map((module) => module.source));
const unseen = files.filter((file) => !seen.has(file));
const withImports = modules.filter((module) => seenOurs(module.source) && module.dependencies.length > 0).length;

for (const violation of summary.violations) {
  process.stdout.write(`${violation.from} -> ${violation.to}: ${violation.rule.name}\n`);
}
for (const file of unseen) process.stdout.write(`${file}: not seen by the architecture check\n`);
if (withImports < files.length / 2)
  process.stdout.write(`only ${withImports} of ${files.length} modules were seen to import anything\n`);
const failed = summary.violations.length > 0 || unseen.length > 0 || withImports < files.length / 2;
process.stdout.write(`architecture: ${files.length} modules, ${summary.violations.length} violations\n`);
process.exitCode = failed ? 1 : 0;

function seenOurs(source) {
  return source.startsWith('src/') || source.startsWith('web/src/');
}
