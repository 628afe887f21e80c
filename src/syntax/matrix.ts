/**
 * The two sums that take nearly all of the time. Numbers lie in one block of memory and are named by their place in it, so
 * that a kernel in WebAssembly works on the very same block.
 *
 * A text must read the same on every machine. So the order of the additions is fixed (a column of the input after the
 * other, beginning with the bias), each product and each sum is rounded to 32 bits at once, and nothing is fused.
 */
export type Kernel = {
  /** The block of memory, as 32-bit floats and as the same 32-bit integers. */
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  /**
   * For each of `rows` inputs of `columns` numbers, `stride` apart: `outputs` sums over the matrix (which lies a column of the
   * layer after the other, so `outputs` numbers for each input number) plus the bias. `outputs` is a multiple of 16.
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
        const to = result + row * outputs;
        const from = input + row * stride;
        floats.copyWithin(to, bias, bias + outputs);
        for (let column = 0; column < columns; column++) {
          const value = floats[from + column]!;
          const weights = matrix + column * outputs;
          for (let output = 0; output < outputs; output++)
            floats[to + output] = fround(floats[to + output]! + fround(value * floats[weights + output]!));
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
