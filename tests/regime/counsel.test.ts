import { test } from 'vitest';
import { expectAnswer, readCases, titleOf } from './case-file.ts';

const cases = [...readCases('counsel-cases.jsonl'), ...readCases('second-counsel-cases.jsonl')];

test.each(cases.map((one) => [titleOf(one), one] as const))('%s', (_name, one) => {
  expectAnswer(one);
});
