// Makes src/syntax/network/kernel.wasm of kernel.wat, so that the bytes that run can be read. Knows the part of the text format that is
// used there: folded expressions, named locals and labels. With --check it writes nothing and fails where the file differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = { i32: 0x7f, v128: 0x7b };
const NO_RESULT = 0x40;
const END = 0x0b;
const PLAIN = {
  'i32.eqz': [0x45],
  'i32.lt_u': [0x49],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.shl': [0x74],
  'f32x4.add': [0xfd, 0xe4, 0x01],
  'f32x4.mul': [0xfd, 0xe6, 0x01],
  'f32x4.max': [0xfd, 0xe9, 0x01],
};
/** With the power of two that the address is a multiple of. */
const MEMORY = {
  'i32.load': [[0x28], 2],
  'v128.load': [[0xfd, 0x00], 4],
  'v128.load32_splat': [[0xfd, 0x09], 2],
  'v128.store': [[0xfd, 0x0b], 4],
};
const LOCAL = { 'local.get': 0x20, 'local.set': 0x21 };
const BRANCH = { br: 0x0c, br_if: 0x0d };
const STRUCTURE = { block: 0x02, loop: 0x03 };

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'syntax', 'network');
const bytes = Buffer.from(assemble(parse(readFileSync(join(folder, 'kernel.wat'), 'utf8'))));
const target = join(folder, 'kernel.wasm');
if (!process.argv.includes('--check')) writeFileSync(target, bytes);
else if (!bytes.equals(readFileSync(target))) {
  process.stderr.write('kernel.wasm is not what kernel.wat says: run node scripts/assemble-kernel.mjs\n');
  process.exitCode = 1;
}

function parse(text) {
  const tokens = text.replaceAll(/;;.*$/gm, '').match(/[()]|"[^"]*"|[^\s()]+/g);
  let at = 0;
  const node = () => {
    if (tokens[at] !== '(') return tokens[at++];
    at++;
    const list = [];
    while (tokens[at] !== ')') list.push(node());
    at++;
    return list;
  };
  return node();
}

function assemble([, ...parts]) {
  const functions = parts.filter(([word]) => word === 'func').map(readFunction);
  const [, module, name, [, pages]] = parts.find(([word]) => word === 'import');
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ params }) => [0x60, ...vector(params.map(({ type }) => [TYPES[type]])), 0x00]),
    ),
    ...section(2, [[...string(module), ...string(name), 0x02, 0x00, ...unsigned(Number(pages))]]),
    ...section(
      3,
      functions.map((_, place) => unsigned(place)),
    ),
    ...section(
      7,
      functions.map(({ exported }, place) => [...string(exported), 0x00, ...unsigned(place)]),
    ),
    ...section(
      10,
      functions.map(({ code }) => [...unsigned(code.length), ...code]),
    ),
  ];
}

function readFunction([, ...parts]) {
  const of = (word) => parts.filter(([first]) => first === word);
  const named = (word) => of(word).map(([, name, type]) => ({ name, type }));
  const [params, locals] = [named('param'), named('local')];
  const places = new Map([...params, ...locals].map(({ name }, place) => [name, place]));
  const body = parts.filter(([first]) => !['export', 'param', 'local'].includes(first));
  const code = [
    ...vector(locals.map(({ type }) => [0x01, TYPES[type]])),
    ...body.flatMap((part) => instruction(part, places, [])),
    END,
  ];
  return { exported: of('export')[0][1], params, code };
}

/** @param labels names of the blocks around it, the innermost first */
function instruction([word, ...rest], places, labels) {
  const all = (parts, around = labels) => parts.flatMap((part) => instruction(part, places, around));
  if (word in STRUCTURE) return [STRUCTURE[word], NO_RESULT, ...all(rest.slice(1), [rest[0], ...labels]), END];
  if (word in LOCAL) return [...all(rest.slice(1)), LOCAL[word], ...unsigned(known(places.get(rest[0]), rest[0]))];
  if (word in BRANCH) {
    const depth = labels.indexOf(rest[0]);
    return [...all(rest.slice(1)), BRANCH[word], ...unsigned(known(depth < 0 ? undefined : depth, rest[0]))];
  }
  if (word === 'i32.const') return [0x41, ...signed(Number(rest[0]))];
  if (word in MEMORY) {
    const [opcode, alignment] = MEMORY[word];
    const offset = typeof rest[0] === 'string' ? Number(rest[0].slice('offset='.length)) : 0;
    const operands = rest.filter((part) => typeof part !== 'string');
    return [...all(operands), ...opcode, alignment, ...unsigned(offset)];
  }
  return [...all(rest), ...known(PLAIN[word], word)];
}

function known(value, name) {
  if (value === undefined) throw new Error(`kernel.wat: unknown ${name}`);
  return value;
}

function section(id, entries) {
  const content = vector(entries);
  return [id, ...unsigned(content.length), ...content];
}

function vector(entries) {
  return [...unsigned(entries.length), ...entries.flat()];
}

function string(quoted) {
  const content = Buffer.from(quoted.slice(1, -1));
  return [...unsigned(content.length), ...content];
}

function unsigned(value) {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

function signed(value) {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}
