import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { Encoder, encoderSize } from '../../src/syntax/network/encoder.ts';
import { idOf, normOf, prefixOf, shapeOf, suffixOf } from '../../src/syntax/network/features.ts';
import { hashHex, rowsOf } from '../../src/syntax/network/hash.ts';
import { makeKernel, plainKernel } from '../../src/syntax/network/matrix.ts';
import { Memory } from '../../src/syntax/network/memory.ts';
import { readDescription, readParserWeights, readRecognizerWeights } from '../../src/syntax/network/weights.ts';
import { loadParser, makeParser } from '../../src/syntax/parser.ts';
import { makeRecognizer } from '../../src/syntax/recognizer.ts';
import { agentOf, objectOf, recipientOf } from '../../src/syntax/relations/object.ts';
import { predicateOf, scopeOf } from '../../src/syntax/relations/scope.ts';
import { subjectOf } from '../../src/syntax/relations/subject.ts';
import type { Tree } from '../../src/syntax/relations/tree.ts';
import { conjunctsOf } from '../../src/syntax/relations/walks.ts';
import { readSpellings } from '../../src/syntax/tokens/spellings.ts';
import { tokenize } from '../../src/syntax/tokens/tokenizer.ts';
import { isFullCount } from '../full-count.ts';

const data = process.env.PANEL_TEST_DATA ?? join(packageRoot(), '..', 'shared');
const folder = join(data, 'data', 'syntax');
const held = existsSync(join(folder, 'trees.jsonl'));
const texts = join(data, 'data', 'claims', 'texts');

type Column = 'tags' | 'pos' | 'heads' | 'labels' | 'lemmas';
const COLUMNS: readonly Column[] = ['tags', 'pos', 'heads', 'labels', 'lemmas'];
type Name = { readonly start: number; readonly end: number; readonly label: string };
type Reference = {
  readonly id: string;
  readonly document?: string;
  readonly start?: number;
  readonly end?: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly spaces: readonly (0 | 1)[];
  readonly ents: readonly Name[];
  /** What the rounded weights give instead: by place for the columns, whole for the names. */
  readonly i8?: { readonly ents?: readonly Name[] } & Partial<
    Record<Column, Readonly<Record<string, string | number>>>
  >;
} & Readonly<Record<Column, readonly (string | number)[]>>;

function references(): readonly Reference[] {
  const lines = readFileSync(join(folder, 'trees.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Reference);
}

function spacesOf({ spaces }: Reference): readonly boolean[] {
  return spaces.map((space) => space === 1);
}

function expectedColumn(reference: Reference, column: Column): readonly (string | number)[] {
  const changes = reference.i8?.[column] ?? {};
  return reference[column].map((value, place) => changes[place] ?? value);
}

/** Plain JavaScript takes a minute for all of them; every eighth is read at each run. */
const KERNELS = [
  ['WebAssembly', makeKernel, 1],
  ['plain JavaScript', plainKernel, isFullCount ? 1 : 8],
] as const;

function eachOf(step: number): readonly Reference[] {
  const all = references();
  expect(all.length).toBeGreaterThanOrEqual(237);
  return all.filter((_, place) => place % step === 0);
}

describe.skipIf(!held)('the reference output (9 tests need data/syntax of PANEL_TEST_DATA)', () => {
  it.each(KERNELS)('trees are equal, in %s', (_, kernelOf, step) => {
    const parser = makeParser(kernelOf);
    for (const reference of eachOf(step)) {
      const tree = parser.parse(reference.words, spacesOf(reference))!;
      for (const column of COLUMNS)
        expect([reference.id, column, tree[column]]).toEqual([reference.id, column, expectedColumn(reference, column)]);
    }
  });

  it.each(KERNELS)('names are equal, in %s', (_, kernelOf, step) => {
    const recognizer = makeRecognizer(kernelOf);
    for (const reference of eachOf(step)) {
      const names = recognizer.recognize(reference.words, spacesOf(reference))!;
      const found = names.map(({ start, end, label }) => ({ start, end, label }));
      expect([reference.id, found]).toEqual([reference.id, reference.i8?.ents ?? reference.ents]);
    }
  });

  it('features, ids and rows of single words are equal', () => {
    type Probe = Readonly<Record<'text' | 'norm' | 'prefix' | 'suffix' | 'shape', string>> & {
      readonly ids: readonly string[];
      readonly rows: readonly (readonly number[])[];
    };
    const { words } = JSON.parse(readFileSync(join(folder, 'probes.json'), 'utf8')) as { words: readonly Probe[] };
    const spellings = readSpellings();
    const { seeds, rows } = readDescription().encoder;
    expect(words.length).toBeGreaterThan(50);
    for (const probe of words) {
      const { text } = probe;
      const values = [normOf(text, spellings), prefixOf(text), suffixOf(text), shapeOf(text)];
      expect(values).toEqual([probe.norm, probe.prefix, probe.suffix, probe.shape]);
      values.forEach((value, place) => {
        const id = idOf(value, spellings);
        expect(hashHex(id)).toBe(probe.ids[place]);
        expect(rowsOf(id, seeds[place]!, rows[place]!)).toEqual(probe.rows[place]);
      });
    }
  });

  it("the encoder's output is equal to a thousandth", () => {
    type Probe = {
      readonly id: string;
      readonly i8: Readonly<Record<'encoderFirst8' | 'encoderLastToken8', readonly number[]>>;
    };
    const { sentences } = JSON.parse(readFileSync(join(folder, 'probes.json'), 'utf8')) as {
      sentences: readonly Probe[];
    };
    const { description, tensors } = readParserWeights();
    const memory = new Memory(makeKernel(encoderSize(description.encoder, 80)));
    const encoder = new Encoder(description.encoder, tensors, readSpellings(), memory, 80);
    const near = (rows: number, expected: readonly number[]) =>
      expected.forEach((value, unit) => {
        expect(Math.abs(memory.kernel.floats[rows + unit]! - value)).toBeLessThan(0.001);
      });
    expect(sentences).toHaveLength(3);
    for (const { id, i8 } of sentences) {
      const reference = references().find((one) => one.id === id)!;
      const rows = encoder.encode(reference.words, spacesOf(reference));
      near(rows, i8.encoderFirst8);
      near(rows + (reference.words.length - 1) * encoder.width, i8.encoderLastToken8);
    }
  });

  it('the recogniser has the rows and seeds of the parser for the features that it shares', () => {
    const { encoder } = readRecognizerWeights().description;
    expect(encoder.features).toEqual(readDescription().encoder.features.slice(0, 4));
  });

  it('running text is cut as the reference is, but for words of white space, which are never made', () => {
    const unequal = references().filter((reference) => {
      const { document, start, end } = reference;
      const whole = document === undefined ? reference.text : readFileSync(join(texts, `${document}.txt`), 'utf8');
      const { words, spaces, starts } = tokenize(whole, start ?? 0, end ?? whole.length);
      words.forEach((word, place) => {
        expect(whole.startsWith(word, starts[place])).toBe(true);
      });
      const wanted = reference.words.filter((word) => word.trim() !== '');
      return (
        wanted.join('\n') !== words.join('\n') ||
        (wanted.length === reference.words.length && spaces.join() !== spacesOf(reference).join())
      );
    });
    expect(unequal.map(({ id }) => id)).toEqual([]);
  });

  it('finds the relations that simple rules find', () => {
    const parser = loadParser();
    const trees = new Map<string, Tree>();
    for (const reference of references()) trees.set(reference.id, parser.parse(reference.words, spacesOf(reference))!);
    const [, ...lines] = readFileSync(join(folder, 'relations.tsv'), 'utf8').trim().split('\n');
    const found: Record<string, number> = {};
    const reached: Record<string, number> = {};
    for (const line of lines) {
      const [id = '', relation = '', anchors = '', targets = '', , , before = ''] = line.split('\t');
      const tree = trees.get(id)!;
      const wanted = new Set(targets.split(',').map(Number));
      const hit = anchors
        .split(',')
        .some((anchor) => related(tree, relation, Number(anchor)).some((word) => wanted.has(word)));
      found[relation] = (found[relation] ?? 0) + (hit ? 1 : 0);
      reached[relation] = (reached[relation] ?? 0) + Number(before);
    }
    for (const relation of Object.keys(reached))
      expect([relation, found[relation]! >= reached[relation]!]).toEqual([relation, true]);
    expect(Object.values(found).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300);
  });
});

function related(tree: Tree, relation: string, word: number): readonly number[] {
  const wordOf = (found: { readonly word: number } | undefined) => (found === undefined ? [] : [found.word]);
  switch (relation) {
    case 'subject':
      return wordOf(subjectOf(tree, word));
    case 'object':
      return wordOf(objectOf(tree, word));
    case 'recipient':
      return wordOf(recipientOf(tree, word));
    case 'by-agent':
      return wordOf(agentOf(tree, word));
    case 'scope':
      return wordOf(scopeOf(tree, word)).flatMap((scope) => [scope, predicateOf(tree, scope) ?? scope]);
    case 'conjunct':
      return conjunctsOf(tree, word);
    default:
      return [];
  }
}
