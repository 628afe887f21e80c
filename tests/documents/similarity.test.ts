import { describe, expect, it } from 'vitest';
import { sharedPassage } from '../../src/documents/similarity/shared-passage.ts';
import { similarityOf, textSignature } from '../../src/documents/similarity/text-signature.ts';
import { detectedLanguages } from '../../src/documents/text/language.ts';

const NOTE =
  'The harbour office said on Monday that a ship under a foreign flag had unloaded twelve hundred tonnes of coal at the northern pier, and that the papers named a buyer in the east of Russia. It added that two more ships were waiting outside the port, that nobody had asked for their papers yet, and that the pier would stay closed until the end of the week because of ice on the rails and a broken crane.';
const OTHER =
  'Prices of wheat rose again in the markets of the south after a dry spring, and the growers asked the ministry for help with seed and with water. The ministry answered that it had no money left for this year, and that the banks should lend to whoever could show a harvest of the years before, which most of the growers cannot, since they keep no books.';

const similarity = (a: string, b: string): number =>
  similarityOf(textSignature(a) as Uint32Array, textSignature(b) as Uint32Array);

describe('the signature of a text', () => {
  it('tells a copy from another text, whatever case and punctuation are', () => {
    expect(similarity(NOTE, NOTE.toUpperCase().replaceAll(',', ' ;'))).toBe(1);
    expect(similarity(NOTE, `BREAKING: ${NOTE} More soon.`)).toBeGreaterThan(0.75);
    expect(similarity(NOTE, NOTE.replace('Monday', 'Tuesday').replace('coal', 'iron'))).toBeGreaterThan(0.5);
    expect(similarity(NOTE, OTHER)).toBeLessThan(0.05);
  });

  it('reads scripts without blanks, and says nothing of short texts', () => {
    const chinese =
      '港务局周一表示，一艘悬挂外国旗帜的船只在北码头卸下了一千二百吨煤炭，文件上的买家在俄罗斯东部。另有两艘船在港外等候。'.repeat(
        2,
      );
    expect(similarity(chinese, `快讯：${chinese}`)).toBeGreaterThan(0.8);
    expect(textSignature('A ship came.')).toBeNull();
  });
});

describe('the passage that two texts share', () => {
  it('is the longest run of words, placed in both', () => {
    const copy = `A lead of its own. ${NOTE.slice(0, 150)} and then it goes on in another way.`;
    const found = sharedPassage(NOTE, copy);
    expect(found?.words).toBeGreaterThan(20);
    expect(NOTE.slice(found?.a.start, found?.a.end)).toBe(copy.slice(found?.b.start, found?.b.end));
    expect(sharedPassage(NOTE, OTHER)).toBeNull();
  });

  it('takes no time on a text that repeats itself', () => {
    const started = performance.now();
    sharedPassage('one two three four five '.repeat(4_000), 'one two three four five six '.repeat(4_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

it('names the languages of a text with their shares', () => {
  const korean = '항만청은 안가라호가 2023년 10월 17일 석탄 12,400톤과 컨테이너 300개를 하역했다고 밝혔다.';
  const text = `${NOTE}\n\n${korean}`;
  const blocks = [
    { kind: 'paragraph' as const, start: 0, end: NOTE.length, page: null, paragraph: null },
    { kind: 'paragraph' as const, start: NOTE.length + 2, end: text.length, page: null, paragraph: null },
  ];
  const found = detectedLanguages(text, blocks);
  expect(found.map(({ name }) => name)).toEqual(['English', 'Korean']);
  expect(found.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(detectedLanguages('Ok.', [{ ...blocks[0]!, end: 3 }])).toEqual([]);
});
