import { expect, it } from 'vitest';
import { openRememberedAnswers } from './remembered.ts';

/** Counts how often it is asked, and answers with that. */
function counted() {
  let asked = 0;
  return async (): Promise<number> => ++asked;
}

it('asks once until a table changes that the answer is of', async () => {
  const answers = openRememberedAnswers();
  const [ofPassages, ofFindings] = [counted(), counted()];
  const ask = async () => [
    await answers.answer(['passage'], ['tanker'], ofPassages),
    await answers.answer(['finding', 'claim'], ['tanker'], ofFindings),
  ];
  expect(await ask()).toEqual([1, 1]);
  answers.forget(new Set(['incident']));
  expect(await ask()).toEqual([1, 1]);
  answers.forget(new Set(['claim']));
  expect(await ask()).toEqual([1, 2]);
  answers.forget('all');
  expect(await ask()).toEqual([2, 3]);
  expect(await answers.answer(['passage'], ['cargo ship'], ofPassages)).toBe(3);
});

it('keeps nothing that was asked before a change and came in after it', async () => {
  const answers = openRememberedAnswers();
  let come: (value: string) => void = () => undefined;
  const late = answers.answer(['passage'], ['q'], () => new Promise<string>((resolve) => (come = resolve)));
  answers.forget(new Set(['passage']));
  come('of before');
  expect(await late).toBe('of before');
  expect(await answers.answer(['passage'], ['q'], async () => 'of now')).toBe('of now');
});

it('keeps no failure, and no more answers than it may', async () => {
  const answers = openRememberedAnswers(2);
  await expect(answers.answer([], ['a'], () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  const work = counted();
  for (const question of ['a', 'b', 'c', 'a']) await answers.answer([], [question], work);
  expect(await work()).toBe(5);
});
