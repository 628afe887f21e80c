import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { preparedYaml } from '../../core/prepared-yaml.ts';
import { RegimeError } from '../errors.ts';

/** A fault in a data file, at the place where a person can mend it. Lines and columns count from 1. */
export type FileFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export type Place = { readonly line: number; readonly column: number };
export type FilePath = readonly (string | number)[];

/** A data file as read: its value when it has the right form, its faults, and where each part stands. */
export type YamlFile<T> = {
  readonly file: string;
  readonly value: T | undefined;
  readonly faults: readonly FileFault[];
  readonly placeOf: (path: FilePath) => Place;
};

/** Data files written by people are small; larger ones are a mistake or an attack on the parser. */
const LARGEST = 8_000_000;

/** Reads a YAML file of a regime and checks its form. Never throws for its content: the faults say what is wrong and where. */
export function readYamlFile<Schema extends z.ZodType>(path: string, schema: Schema): YamlFile<z.infer<Schema>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new RegimeError('regime-unreadable', 'the file cannot be read; check that it exists and may be opened', {
      place: path,
    });
  }
  return parseYaml(path, text, schema);
}

export function parseYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  const top = () => ({ line: 1, column: 1 });
  if (text.length > LARGEST)
    return {
      file,
      value: undefined,
      faults: [{ file, line: 1, column: 1, message: 'the file is too large' }],
      placeOf: top,
    };
  const prepared = preparedYaml(text);
  const good = prepared && schema.safeParse(prepared.value);
  if (good?.success) {
    // Places are asked only by whoever looks for faults.
    let read: ReturnType<typeof withPlaces> | undefined;
    const placeOf = (path: FilePath) => {
      read ??= withPlaces(text);
      return read.placeOf(path);
    };
    return { file, value: good.data, faults: [], placeOf };
  }
  const { document, placeAt, placeOf } = withPlaces(text);
  if (document.errors.length > 0) {
    // One slip upsets the reading of what follows it; only the first is worth mending.
    const faults = document.errors.slice(0, 1).map((error) => ({
      file,
      ...placeAt(error.pos[0]),
      message: `this is not YAML: ${yamlFault(error.code, error.message)}`,
    }));
    return { file, value: undefined, faults, placeOf };
  }
  let data: unknown;
  try {
    // Aliases can blow a small file up to any size; our files need few.
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `this is not YAML: ${error instanceof Error ? error.message : 'unreadable'}`;
    return { file, value: undefined, faults: [{ file, line: 1, column: 1, message }], placeOf };
  }
  const result = schema.safeParse(data);
  if (result.success) return { file, value: result.data, faults: [], placeOf };
  const faults = result.error.issues
    .flatMap((issue) => faultsOf(issue, [], data))
    .map(({ path, message }) => ({
      file,
      ...placeOf(path),
      message,
    }));
  return { file, value: undefined, faults, placeOf };
}

/** The parts of a YAML text with the places where they stand. */
function withPlaces(text: string) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOf = (path: FilePath): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return { document, placeAt, placeOf };
}

/** What a writer who has never programmed can do about the parser's complaint. */
function yamlFault(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY')
    return 'a word stands twice in one entry (a number is written without commas: 4000000, not 4,000,000)';
  if (code === 'BAD_INDENT' || code === 'TAB_AS_INDENT' || /without - indicator|indent/i.test(message))
    return 'the line does not begin below its neighbours; use the same number of blanks as the lines around it, and no tabs';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY')
    return 'a colon inside a text, or a line that begins in the wrong column; put a text with a colon in quotation marks';
  if (/quote/i.test(message)) return 'a quotation mark is missing at the end of a text';
  return message;
}

type RawIssue = { readonly path: FilePath; readonly message: string };

function faultsOf(issue: z.core.$ZodIssue, before: FilePath, data: unknown): RawIssue[] {
  const path = [...before, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const name = nameOf(path, data);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" is not a word of this file` }));
  if (issue.code === 'invalid_union') {
    // The branch with the fewest faults is what the writer meant.
    const branches = issue.errors.map((errors) => errors.flatMap((inner) => faultsOf(inner, path, data)));
    const best = branches.toSorted((a, b) => a.length - b.length)[0];
    if (best && best.length > 0) return best;
  }
  if (path.length === 0 && issue.code === 'invalid_type')
    return [{ path, message: 'the file holds no entries; it begins with lines such as "decision: S/RES/2397(2017)"' }];
  if (issue.code === 'invalid_type' && valueAt(data, path) === undefined)
    return [{ path, message: `${name} is missing${issue.message.startsWith('write') ? `; ${issue.message}` : ''}` }];
  const plain =
    issue.code === 'invalid_type' && issue.expected === 'array' && issue.message.startsWith('Invalid')
      ? 'write a list, in square brackets'
      : issue.message;
  return [{ path, message: `${name}: ${plain}` }];
}

/** The place in words: "OP4: goods.hs" for the third of the provisions, "gasoil: classes" for one of the goods. */
function nameOf(path: FilePath, data: unknown): string {
  if (path.length === 0) return 'the file';
  const words = path.filter((part) => typeof part === 'string').join('.');
  if (typeof path[1] !== 'number') return words;
  const entry = valueAt(data, path.slice(0, 2));
  const { paragraph, id } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const called = typeof paragraph === 'string' ? paragraph : id;
  const inside = path.slice(2).filter((part) => typeof part === 'string');
  return typeof called === 'string' && inside.length > 0 ? `${called}: ${inside.join('.')}` : words;
}

function valueAt(data: unknown, path: FilePath): unknown {
  let value: unknown = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
