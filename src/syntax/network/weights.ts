import { readFileSync } from 'node:fs';
import { sha256Hex } from '../../core/hash.ts';
import { resourcePath } from '../../core/resource.ts';
import { SyntaxRoomError } from '../syntax-error.ts';
import type { Feature } from './features.ts';

/**
 * SHA-256 of each file in `weights/` (its README.md says where they come from and under which licence). A reading that
 * differs by one bit of these is another reading: what is cited must be found again by whoever has the same program.
 */
const HASHES = {
  'en_core_web_sm-3.6.0.json': '0f4396afa4480b57daf364c7e96d4fb03bee6b6a2c6221752ff8e4a4b04a313e',
  'en_core_web_sm-3.6.0.i8.bin': '2f69159426ccbcf5ae311d32a787a1ac19d011da1c7bf02da70ada577826f8a1',
  'en_core_web_sm-3.6.0.lemmas.json': 'f48b24002c0a3d14e8ce1699e757d227b432fd710ec76ba48f0aaedeb81c1104',
  'en_core_web_sm-3.6.0.ner.json': '7da2927cb71c7c56d839c3aae48be02689a0e779873a3f9c682d98735ffea8d0',
  'en_core_web_sm-3.6.0.ner.i8.bin': '0a96b89f5d738e2f89d2eff60d4cfdd326a494f22b02a62f7120e6de6524e21d',
} as const;
type WeightsFile = keyof typeof HASHES;

type TensorEntry = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly type: 'f32' | 'i8';
  readonly scales?: number;
};

export type EncoderDescription = {
  readonly width: number;
  readonly depth: number;
  readonly pieces: number;
  readonly rows: readonly number[];
  readonly seeds: readonly number[];
  readonly features: readonly Feature[];
};

export type MovesDescription = {
  readonly slots: number;
  readonly hidden: number;
  readonly pieces: number;
  readonly moves: readonly string[];
};

export type ParserDescription = {
  readonly encoder: EncoderDescription;
  readonly tagger: { readonly labels: readonly string[] };
  readonly parser: MovesDescription;
  readonly symbols: Readonly<Record<string, number>>;
  readonly norms: Readonly<Record<string, string>>;
  readonly normsByHash: Readonly<Record<string, string>>;
  readonly tensors: readonly TensorEntry[];
};

export type RecognizerDescription = {
  readonly encoder: EncoderDescription;
  readonly entities: MovesDescription;
  readonly tensors: readonly TensorEntry[];
};

/** A matrix of small numbers: the value in a row is its byte times the scale of the row. */
export type ByteMatrix = {
  readonly rows: number;
  readonly columns: number;
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
};

/** Matrices and vectors by name, as views of the file. */
export type Tensors = {
  matrix(name: string): ByteMatrix;
  vector(name: string): Float32Array;
};

function read(file: WeightsFile): Buffer {
  const bytes = readFileSync(resourcePath(`syntax/weights/${file}`));
  if (sha256Hex(bytes) !== HASHES[file])
    throw new SyntaxRoomError(
      'weights-altered',
      `The program's own file ${file} is not the one it was made with; install standing-panel again.`,
    );
  return bytes;
}

/** The hash has been checked, so the file is known to the last byte and its shape with it. */
function readJson<Description>(file: WeightsFile): Description {
  return JSON.parse(read(file).toString('utf8')) as Description;
}

function tensorsOf(file: WeightsFile, entries: readonly TensorEntry[]): Tensors {
  const bytes = read(file);
  // The views of four bytes a number need an address that four divides, which a small file's buffer need not have.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const entryOf = (name: string): TensorEntry => {
    const entry = byName.get(name);
    if (entry === undefined) throw new RangeError(`no tensor ${name} in ${file}`);
    return entry;
  };
  const floats = (offset: number, count: number) =>
    new Float32Array(aligned.buffer, aligned.byteOffset + offset, count);
  return {
    matrix(name) {
      const { shape, offset, scales = 0 } = entryOf(name);
      const [rows = 0, columns = 0] = shape;
      const values = new Int8Array(aligned.buffer, aligned.byteOffset + offset, rows * columns);
      return { rows, columns, bytes: values, scales: floats(scales, rows) };
    },
    vector(name) {
      const { shape, offset } = entryOf(name);
      return floats(offset, shape[0] ?? 0);
    },
  };
}

let described: ParserDescription | undefined;

/**
 * Of the parser; its tables of spellings are the recogniser's too.
 * @throws SyntaxRoomError `weights-altered`
 */
export function readDescription(): ParserDescription {
  described ??= readJson<ParserDescription>('en_core_web_sm-3.6.0.json');
  return described;
}

/** @throws SyntaxRoomError `weights-altered` */
export function readParserWeights(): { readonly description: ParserDescription; readonly tensors: Tensors } {
  const description = readDescription();
  return { description, tensors: tensorsOf('en_core_web_sm-3.6.0.i8.bin', description.tensors) };
}

/** @throws SyntaxRoomError `weights-altered` */
export function readRecognizerWeights(): { readonly description: RecognizerDescription; readonly tensors: Tensors } {
  const description = readJson<RecognizerDescription>('en_core_web_sm-3.6.0.ner.json');
  return { description, tensors: tensorsOf('en_core_web_sm-3.6.0.ner.i8.bin', description.tensors) };
}

/** A condition on a word's tag, label or lower-cased form. */
export type Condition =
  | string
  | boolean
  | { readonly IN: readonly string[] }
  | { readonly NOT_IN: readonly string[] }
  | { readonly REGEX: string };
export type WordPattern = {
  readonly TAG?: Condition;
  readonly LOWER?: Condition;
  readonly DEP?: Condition;
  readonly IS_SPACE?: Condition;
};
export type AttributeRule = {
  readonly patterns: readonly (readonly WordPattern[])[];
  readonly attrs: {
    readonly TAG?: string;
    readonly POS?: string;
    readonly MORPH?: string;
    readonly LEMMA?: string;
    readonly DEP?: string;
  };
  readonly index: number;
};
export type LemmaTables = {
  readonly rules: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** Base forms in order, a blank between two. */
  readonly index: Readonly<Record<string, string>>;
  readonly attributeRules: readonly AttributeRule[];
};

/** @throws SyntaxRoomError `weights-altered` */
export function readLemmaTables(): LemmaTables {
  return readJson<LemmaTables>('en_core_web_sm-3.6.0.lemmas.json');
}
