import { test } from 'vitest';
import { expectAnswer, readCases, titleOf } from './case-file.ts';

// Where the resolutions leave two answers open, the engine chose.
test.each(readCases('investigators-cases.jsonl').map((one) => [titleOf(one), one] as const))('%s', (_name, one) => {
  expectAnswer(one);
});
