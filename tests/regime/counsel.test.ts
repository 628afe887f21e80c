import { test } from 'vitest';
import { expectAnswer, readCases, titleOf } from './case-file.ts';

test.each(readCases('counsel-cases.jsonl').map((one) => [titleOf(one), one] as const))('%s', (_name, one) => {
  expectAnswer(one);
});
