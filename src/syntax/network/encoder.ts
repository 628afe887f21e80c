import {
  detached,
  type Feature,
  idOf,
  isBlank,
  LONGEST_MEMOIZED,
  normOf,
  prefixOf,
  type Spellings,
  shapeOf,
  suffixOf,
} from './features.ts';
import { type Hash64, rowsOf } from './hash.ts';
import { byPiece, type Memory } from './memory.ts';
import type { ByteMatrix, EncoderDescription, Tensors } from './weights.ts';

/** Words and rows of a text's own vocabulary that are memoized; beyond it they are worked out again. */
const MOST_WORDS = 12_000;
const MOST_VALUES = 4_000;
const EPSILON = 1e-8;
/** Empty rows on either side that the layers see, one for each layer. */
const MARGIN = 4;

type Table = {
  readonly feature: Feature;
  readonly rows: ByteMatrix;
  readonly seed: number;
  /** This table's part of the mixing layer. */
  readonly matrix: number;
  readonly known: Map<string, Float32Array>;
};
type Layer = {
  readonly matrix: number;
  readonly bias: number;
  readonly gain: Float32Array;
  readonly shift: Float32Array;
};

/** Memory that an encoder takes, in numbers, for sentences of up to `most` words. */
export function encoderSize(description: EncoderDescription, most: number): number {
  const { width, pieces, depth, features } = description;
  const outputs = width * pieces;
  const layers = outputs * (width * features.length + width * 3 * depth + depth + 2);
  return layers + (most + 2 * MARGIN + 4) * (width + outputs) + width + 1024;
}

/**
 * Words in, 96 numbers a word out: what the word looks like, mixed with four words to the left and right.
 * A hash of each feature picks four rows of the feature's table; then a maxout layer over all features and four over a
 * word with its neighbours, each followed by a layer norm and added to its input.
 */
export class Encoder {
  readonly width: number;
  readonly #memory: Memory;
  readonly #spellings: Spellings;
  readonly #tables: readonly Table[];
  readonly #mix: Layer;
  readonly #windows: readonly Layer[];
  readonly #outputs: number;
  readonly #nothing: number;
  readonly #sum: number;
  readonly #rows: number;
  readonly #raw: number;
  readonly #words = [new Map<string, Float32Array>(), new Map<string, Float32Array>()] as const;
  readonly #best: Float32Array;

  constructor(description: EncoderDescription, tensors: Tensors, spellings: Spellings, memory: Memory, most: number) {
    const { width, pieces, depth, features, seeds } = description;
    const outputs = width * pieces;
    const order = byPiece(width, pieces);
    const layer = (name: string, matrix: number): Layer => ({
      matrix,
      bias: memory.keep(tensors.vector(`${name}.b`), outputs, order),
      gain: tensors.vector(`${name}.gain`),
      shift: tensors.vector(`${name}.shift`),
    });
    this.width = width;
    this.#memory = memory;
    this.#spellings = spellings;
    this.#outputs = outputs;
    const mix = tensors.matrix('mix.W');
    this.#tables = features.map((feature, place) => ({
      feature,
      rows: tensors.matrix(`embed.${place}`),
      seed: seeds[place]!,
      matrix: memory.keepMatrix(mix, order, place * width, width),
      known: new Map(),
    }));
    this.#mix = layer('mix', 0);
    this.#windows = Array.from({ length: depth }, (_, place) => {
      const name = `window.${place + 1}`;
      return layer(name, memory.keepMatrix(tensors.matrix(`${name}.W`), order));
    });
    this.#nothing = memory.take(outputs);
    this.#sum = memory.take(width);
    this.#rows = memory.take((most + 2 * MARGIN) * width);
    this.#raw = memory.take((most + 2 * MARGIN) * outputs);
    this.#best = new Float32Array(width);
  }

  /**
   * Works out the rows of a sentence's words.
   * @param spaces whether a space follows each word
   * @returns the place of the first word's row in the kernel's memory; good until the next sentence
   */
  encode(words: readonly string[], spaces: readonly boolean[]): number {
    const { width } = this;
    const { kernel } = this.#memory;
    const { floats } = kernel;
    const first = this.#rows + MARGIN * width;
    const end = first + words.length * width;
    floats.fill(0, this.#rows, first);
    floats.fill(0, end, end + MARGIN * width);
    for (let word = 0; word < words.length; word++)
      floats.set(this.#mixed(words[word]!, spaces[word] === true), first + word * width);
    this.#windows.forEach((layer, done) => {
      // What lies beyond the sentence is no longer nothing after the first layer: it has seen the words at its edge.
      const from = this.#rows + done * width;
      const count = words.length + 2 * (MARGIN - 1 - done);
      kernel.affine(from, width, count, 3 * width, layer.matrix, layer.bias, this.#raw, this.#outputs);
      for (let row = 0; row < count; row++) {
        const best = this.#normalised(floats, this.#raw + row * this.#outputs, layer);
        const to = from + (row + 1) * width;
        for (let unit = 0; unit < width; unit++) floats[to + unit] = floats[to + unit]! + best[unit]!;
      }
    });
    return first;
  }

  /** A word by itself, before it has seen others. */
  #mixed(form: string, space: boolean): Float32Array {
    const known = this.#words[space ? 1 : 0];
    const before = known.get(form);
    if (before !== undefined) return before;
    const { floats } = this.#memory.kernel;
    const raw = floats.slice(this.#mix.bias, this.#mix.bias + this.#outputs);
    for (const table of this.#tables) {
      const part = this.#part(table, form, space);
      for (let output = 0; output < raw.length; output++) raw[output] = raw[output]! + part[output]!;
    }
    const mixed = this.#normalised(raw, 0, this.#mix).slice();
    if (form.length > LONGEST_MEMOIZED) return mixed;
    if (known.size >= MOST_WORDS) known.clear();
    known.set(detached(form), mixed);
    return mixed;
  }

  /** What one feature of a word adds to the mixing layer. */
  #part(table: Table, form: string, space: boolean): Float32Array {
    const value = this.#valueOf(table.feature, form, space);
    const before = table.known.get(value);
    if (before !== undefined) return before;
    const { kernel } = this.#memory;
    const { floats } = kernel;
    const { bytes, scales, columns } = table.rows;
    floats.fill(0, this.#sum, this.#sum + columns);
    for (const row of rowsOf(this.#idOf(table.feature, value), table.seed, table.rows.rows)) {
      const scale = scales[row]!;
      for (let column = 0; column < columns; column++)
        floats[this.#sum + column] = floats[this.#sum + column]! + Math.fround(bytes[row * columns + column]! * scale);
    }
    kernel.affine(this.#sum, columns, 1, columns, table.matrix, this.#nothing, this.#raw, this.#outputs);
    const part = floats.slice(this.#raw, this.#raw + this.#outputs);
    if (value.length > LONGEST_MEMOIZED) return part;
    if (table.known.size >= MOST_VALUES) table.known.clear();
    table.known.set(detached(value), part);
    return part;
  }

  #valueOf(feature: Feature, form: string, space: boolean): string {
    switch (feature) {
      case 'NORM':
        return normOf(form, this.#spellings);
      case 'PREFIX':
        return prefixOf(form);
      case 'SUFFIX':
        return suffixOf(form);
      case 'SHAPE':
        return shapeOf(form);
      case 'SPACY':
        return space ? '1' : '0';
      case 'IS_SPACE':
        return isBlank(form) ? '1' : '0';
    }
  }

  /** Yes and no are numbers themselves. */
  #idOf(feature: Feature, value: string): Hash64 {
    return feature === 'SPACY' || feature === 'IS_SPACE'
      ? { high: 0, low: Number(value) }
      : idOf(value, this.#spellings);
  }

  /** The greatest piece of each unit, brought to mean 0 and variance 1, then stretched and shifted. The result is good until the next call. */
  #normalised(source: Float32Array, from: number, { gain, shift }: Layer): Float32Array {
    const { width } = this;
    const best = this.#best;
    let sum = 0;
    for (let unit = 0; unit < width; unit++) {
      const at = from + unit;
      const value = Math.max(source[at]!, source[at + width]!, source[at + 2 * width]!);
      best[unit] = value;
      sum += value;
    }
    const mean = sum / width;
    let squares = 0;
    for (let unit = 0; unit < width; unit++) {
      const distance = best[unit]! - mean;
      squares += distance * distance;
    }
    const scale = 1 / Math.sqrt(squares / width + EPSILON);
    for (let unit = 0; unit < width; unit++) best[unit] = (best[unit]! - mean) * scale * gain[unit]! + shift[unit]!;
    return best;
  }
}
