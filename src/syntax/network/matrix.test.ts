import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../core/resource.ts';
import { type Kernel, PANEL, plainKernel, wasmKernel } from './matrix.ts';

const SIZE = 20_000;

function bits({ integers }: Kernel): readonly number[] {
  return [...integers.subarray(0, SIZE)];
}

/** Floats of all sizes, the smallest too, as they lie in 32 bits. */
const numbers = fc.array(fc.float({ noNaN: true, min: Math.fround(-1e12), max: Math.fround(1e12) }), {
  minLength: 60,
  maxLength: 60,
});

describe('the kernel', () => {
  it('gives the same bits in WebAssembly and in plain JavaScript', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 3 }),
        (values, rows, columns, pairs) => {
          const outputs = pairs * 2 * PANEL;
          const kernels = [plainKernel(SIZE), wasmKernel(SIZE)!];
          const results = kernels.map((kernel) => {
            for (let place = 0; place < 4000; place++) kernel.floats[place] = values[(place * 7) % values.length]!;
            // Inputs overlap, as the windows over neighbouring words do.
            kernel.affine(8, 3, rows, columns, 200, 1000, 4000, outputs);
            kernel.integers.set([1200, 1300, 1200], 3996);
            kernel.hidden(3996, 3, 1100, 16, 9000);
            return bits(kernel);
          });
          expect(results[1]).toEqual(results[0]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('adds in one order: the bias, then input after input', () => {
    const kernel = plainKernel(200);
    kernel.floats.set([1, -1], 0);
    kernel.floats.set([2 ** 24], 16);
    kernel.floats[32] = 1;
    kernel.floats[32 + PANEL] = 1;
    kernel.affine(0, 2, 1, 2, 32, 16, 100, 2 * PANEL);
    // 2^24 + 1 is rounded away before 1 is taken off.
    expect(kernel.floats[100]).toBe(2 ** 24 - 1);
  });

  it('runs the bytes that kernel.wat says', () => {
    execFileSync(process.execPath, [join(packageRoot(), 'scripts', 'assemble-kernel.mjs'), '--check']);
  });
});
