import { test } from 'vitest';
import { expectAnswer, readCases, titleOf } from './case-file.ts';

// Answered from the texts and pages of docs/corrections.md, before the engine was asked.
test.each(readCases('text-reader-cases.jsonl').map((one) => [titleOf(one), one] as const))('%s', (_name, one) => {
  expectAnswer(one);
});
