import { describe, expect, test } from 'vitest';
import { compileScope, findGoods, indexGoods, matchScope, resolveGoods } from './goods.ts';
import { readHs } from './hs.ts';

const vocabulary = indexGoods(
  [
    { id: 'coal', name: 'coal', synonyms: ['anthracite'], hs: ['2701-2702'], classes: ['coal'] },
    { id: 'condensate', name: 'condensate', synonyms: [], hs: ['2709'], classes: ['condensate'] },
    { id: 'cargo-ship', name: 'cargo ship', synonyms: ['freighter'], hs: ['8901'], classes: ['vessel'] },
    { id: 'artillery-shell', name: 'artillery shell', synonyms: [], hs: ['930690'], classes: ['arms'] },
    { id: 'tank', name: 'battle tank', synonyms: ['tank', 'T-72'], hs: ['8710'], classes: ['arms', 'heavy-arms'] },
    { id: 'container', name: 'container', synonyms: [], hs: ['8609'], classes: ['transport-vehicle'] },
  ],
  ['Chinese', 'North Korean', "women's"],
);
const crude = compileScope({
  classes: ['crude-oil'],
  hs: ['2709'],
  edition: 'HS2017',
  except: { classes: ['condensate'], hs: [] },
  unsettled: { classes: [], hs: ['2712'], missing: 'what it is', practice: [] },
});
const match = (goods: { hs?: string; name?: string } | null) => matchScope(crude, resolveGoods(vocabulary, goods));

describe('goods', () => {
  test.each([
    ['Artillery Shells', 'artillery shell'],
    ['155 mm artillery shell', 'artillery shell'],
    ['155mm artillery shells', 'artillery shell'],
    ['used cargo ship', 'cargo ship'],
    ['new Freighters', 'cargo ship'],
    ['ANTHRACITE', 'coal'],
    ['freight (coal)', 'coal'],
    ['anthracite, washed', 'coal'],
    ['North Korean coal', 'coal'],
    ['used Chinese cargo ships', 'cargo ship'],
    ['coal from Russia via Rajin', 'coal'],
    ['10,000 tonnes of coal', 'coal'],
    ['two containers of artillery shells', 'artillery shell'],
    ['20 containers of artillery shells', 'artillery shell'],
    ['container of coal', 'coal'],
    ['T-72 tanks', 'battle tank'],
    ['fish tank', undefined],
    ['coal tank', undefined],
    [`${'new '.repeat(60)}coal`, undefined],
  ])('%s is found', (name, found) => {
    expect(findGoods(vocabulary, name)?.name).toBe(found);
  });

  test('a name is not found by its last word alone: a fish tank is no tank', () => {
    expect(findGoods(vocabulary, 'coal tar ship')).toBeUndefined();
  });

  test('a purpose that is not known leaves open what else the thing may be', () => {
    const scope = (name: string) => compileScope({ classes: [name], hs: [], edition: 'HS2017' });
    const goods = resolveGoods(vocabulary, { name: 'coal for a rocket furnace' });
    expect(matchScope(scope('coal'), goods)).toBe('yes');
    expect(matchScope(scope('arms'), goods)).toBe('unnamed');
    expect(goods.unknownName).toBe('coal for a rocket furnace');
    const coded = resolveGoods(vocabulary, { name: 'coal for a rocket furnace', hs: '2701' });
    expect(matchScope(scope('arms'), coded)).toBe('no');
  });

  test('codes match by range, wider codes partly, exceptions and open questions by themselves', () => {
    expect(match({ hs: '2709' })).toBe('yes');
    expect(match({ hs: '270900' })).toBe('yes');
    expect(match({ hs: '27' })).toBe('partly');
    expect(match({ hs: '2710' })).toBe('no');
    expect(match({ hs: '2712' })).toBe('unsettled');
    expect(match({ hs: '2709', name: 'condensate' })).toBe('no');
    expect(match({ name: 'coal' })).toBe('no');
    expect(match({ hs: '27', name: 'coal' })).toBe('no');
    expect(match({ name: 'unobtainium' })).toBe('unnamed');
    expect(match(null)).toBe('unnamed');
  });

  test.each([
    ['27.10', '2710'],
    ['HS 2710.19', '271019'],
    ['2710194300', '271019'],
    ['2710-19', '271019'],
    ['27 10', '2710'],
    ['chapter 27', '27'],
    ['HS code: 2710', '2710'],
    ['84-85', undefined],
    ['77', undefined],
    ['9999', undefined],
    ['30559', undefined],
    ['07', '07'],
    ['271', undefined],
    ['coal', undefined],
    ['00', undefined],
  ])('the code %s', (text, digits) => {
    const reading = readHs(text);
    expect('digits' in reading ? reading.digits : undefined).toBe(digits);
  });

  test('what is no code is refused, with what to write', () => {
    expect(() => resolveGoods(vocabulary, { hs: '271' })).toThrow(/write 2, 4 or 6 digits/);
  });
});
