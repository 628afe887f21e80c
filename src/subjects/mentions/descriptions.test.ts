import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { descriptionsIn } from './descriptions.ts';
import { textMentions } from './text-mentions.ts';

/** The callings told of the persons named in a text: "Wang Jun: broker". */
async function callingsTold(text: string): Promise<readonly string[]> {
  const layer = await readTextLayer(new TextEncoder().encode(`${text}\n`), { name: 'a.txt' });
  const { names, described } = textMentions(layer, null);
  expect(
    names.some(({ kind }) => kind === 'person'),
    text,
  ).toBe(true);
  return described
    .filter(({ what }) => what === 'calling')
    .map(({ name, words }) => `${names.find(({ start }) => start === name)?.text}: ${words}`);
}

describe('the calling of a person', () => {
  it.each([
    'Kim Chol Min hired a lawyer in Hong Kong.',
    'Kim Chol Min bribed a judge.',
    'According to his doctor, Kim Chol Min was ill for a month.',
    'According to his former doctor Kim Chol Min was ill for a month.',
    'Maria Petrova, whose driver fled, stayed in Sofia.',
    'Maria Petrova, a doctor said, was well.',
    'Maria Petrova, a doctor at the hospital said, was well.',
    'Maria Petrova, said a doctor, was well.',
    'Maria Petrova, his lawyer, was asked to leave.',
    'Ri Song Il is no doctor.',
    'Ri Song Il was not a doctor.',
    'Ri Song Il was seeing a doctor.',
  ])('is not read off another person, or from what is denied: %s', async (text) => {
    expect(await callingsTold(text)).toEqual([]);
  });

  it('is that of the person whose title it is, and not of the one named before', async () => {
    expect(await callingsTold('Ri Song Il sent captain Pak Jong Ho home.')).toEqual(['Pak Jong Ho: captain']);
    expect(await callingsTold('Ri Song Il, captain Pak Jong Ho and others went home.')).toEqual([
      'Pak Jong Ho: captain',
    ]);
  });

  it.each([
    ['Maria Petrova, a doctor, said that she was well.', 'Maria Petrova: doctor'],
    ['Maria Petrova was a retired lawyer.', 'Maria Petrova: lawyer'],
    ['Maria Petrova, formerly a harbour pilot in Varna, spoke.', 'Maria Petrova: harbour pilot'],
    ['The broker Maria Petrova sold three barges.', 'Maria Petrova: broker'],
  ])('is read in an apposition, after "is" and as a title: %s', async (text, told) => {
    expect(await callingsTold(text)).toEqual([told]);
  });

  it.each([
    ['Мария Петрова', ', врач из Москвы, молчит.', ['врач']],
    ['Мария Петрова', ', представитель корейской стороны, молчит.', ['представитель']],
    ['Мария Петрова', ', сказал врач, здорова.', []],
    ['Мария Петрова', ', врач сказал, здорова.', []],
    ['김철민', '은 변호사이다.', ['변호사']],
    ['김철민', ' 선장은 돌아왔다.', ['선장']],
    ['김철민', '은 변호사를 고용했다.', []],
    ['김철민', '은 의사, 변호사와 만났다.', []],
    ['岡部修司', '社長は述べた。', ['社長']],
    ['王军', '，律师，来自大连。', ['律师']],
    ['王军', '代表公司签字。', []],
    ['王军', '，代表公司签字。', []],
  ])('is told from other words in other scripts: %s%s', (name, rest, told) => {
    const mention = { start: 0, end: name.length, text: name, kind: 'person', sign: 'list' } as const;
    expect(descriptionsIn(name + rest, [mention]).map(({ words }) => words)).toEqual(told);
  });
});
