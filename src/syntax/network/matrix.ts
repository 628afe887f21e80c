import { readFileSync } from 'node:fs';
import { resourcePath } from '../../core/resource.ts';

/**
 * The two sums that take nearly all of the time. Numbers lie in one block of memory and are named by their place in it, so
 * that a kernel in WebAssembly works on the very same block.
 *
 * A text must read the same on every machine. So the order of the additions is fixed (a column of the input after the
 * other, beginning with the bias), each product and each sum is rounded to 32 bits at once, and nothing is fused.
 */
/** Outputs whose weights lie together. */
export const PANEL = 8;

export type Kernel = {
  /** The block of memory, as 32-bit floats and as the same 32-bit integers. */
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  /**
   * For each of `rows` inputs of `columns` numbers, `stride` apart: the bias plus `outputs` sums over the matrix, which lies in
   * panels of PANEL outputs, in each panel input after input. `outputs` is a multiple of two panels.
   */
  affine(
    input: number,
    stride: number,
    rows: number,
    columns: number,
    matrix: number,
    bias: number,
    result: number,
    outputs: number,
  ): void;
  /**
   * `units` maxima over two pieces: the bias (first pieces, then second) plus the blocks whose places stand at `places`, in
   * that order. `units` is a multiple of 4.
   */
  hidden(places: number, count: number, bias: number, units: number, result: number): void;
};

/** The kernel in plain JavaScript: the measure of the other one, and what runs where WebAssembly is switched off. */
export function plainKernel(size: number): Kernel {
  const floats = new Float32Array(size);
  const integers = new Int32Array(floats.buffer);
  const { fround } = Math;
  return {
    floats,
    integers,
    affine(input, stride, rows, columns, matrix, bias, result, outputs) {
      for (let row = 0; row < rows; row++) {
        const from = input + row * stride;
        const to = result + row * outputs;
        // Half a panel at a time: four sums in variables of their own, which the compiler keeps in 32 bits.
        for (let output = 0; output < outputs; output += PANEL / 2) {
          let at = matrix + Math.floor(output / PANEL) * PANEL * columns + (output % PANEL);
          let a = floats[bias + output]!;
          let b = floats[bias + output + 1]!;
          let c = floats[bias + output + 2]!;
          let d = floats[bias + output + 3]!;
          for (let column = from; column < from + columns; column++) {
            const value = floats[column]!;
            a = fround(a + fround(value * floats[at]!));
            b = fround(b + fround(value * floats[at + 1]!));
            c = fround(c + fround(value * floats[at + 2]!));
            d = fround(d + fround(value * floats[at + 3]!));
            at += PANEL;
          }
          floats[to + output] = a;
          floats[to + output + 1] = b;
          floats[to + output + 2] = c;
          floats[to + output + 3] = d;
        }
      }
    },
    hidden(places, count, bias, units, result) {
      for (let unit = 0; unit < units; unit++) {
        let first = floats[bias + unit]!;
        let second = floats[bias + units + unit]!;
        for (let slot = 0; slot < count; slot++) {
          const block = integers[places + slot]! + unit;
          first = fround(first + floats[block]!);
          second = fround(second + floats[block + units]!);
        }
        floats[result + unit] = Math.max(first, second);
      }
    },
  };
}

const PAGE = 65_536;

/** The part of the standard interface of WebAssembly that is used here; Node's types leave it to those of a browser. */
type Wasm = {
  Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
type WasmExports = { readonly affine: Kernel['affine']; readonly hidden: Kernel['hidden'] };

/** The kernel in WebAssembly (`kernel.wat`); undefined where that is switched off or has no vectors. */
export function wasmKernel(size: number): Kernel | undefined {
  const found: unknown = Reflect.get(globalThis, 'WebAssembly');
  const WebAssembly = found as Wasm | undefined;
  if (WebAssembly === undefined) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((size * 4) / PAGE) });
    const module = new WebAssembly.Module(readFileSync(resourcePath('syntax/network/kernel.wasm')));
    const { exports } = new WebAssembly.Instance(module, { kernel: { memory } });
    const { affine, hidden } = exports as WasmExports;
    return {
      floats: new Float32Array(memory.buffer),
      integers: new Int32Array(memory.buffer),
      affine: (input, stride, rows, columns, matrix, bias, result, outputs) =>
        affine(input * 4, stride * 4, rows, columns, matrix * 4, bias * 4, result * 4, outputs * 4),
      hidden: (places, count, bias, units, result) => hidden(places * 4, count, bias * 4, units * 4, result * 4),
    };
  } catch {
    return undefined;
  }
}

/** The faster kernel of the two. Which one it is changes no bit of any reading. */
export function makeKernel(size: number): Kernel {
  return wasmKernel(size) ?? plainKernel(size);
}
