import { expect, it } from 'vitest';
import { joinLines, wordsOf } from './hyphenation.ts';

const words = wordsOf([
  'The documentation of the vessel and its re-export, which was established',
  'The estab',
  'lished fact of the theme',
]);

it.each([
  [['transport docu-', 'mentation of it'], 'transport documentation of it'],
  [['a ship-', 'to-ship transfer'], 'a ship-to-ship transfer'],
  [['an arms embar-', 'go'], 'an arms embar-go'],
  [['the agree-', 'ment holds'], 'the agreement holds'],
  [['of 152-', 'mm shells'], 'of 152-mm shells'],
  [['from Russia-', 'Ukraine'], 'from Russia-Ukraine'],
  [['trans\u00ad', 'fer'], 'transfer'],
  [['it was estab', 'lished that'], 'it was established that'],
  [['all of the', 'me alone'], 'all of the me alone'],
  [['the agree', 'ment holds'], 'the agree ment holds'],
  [['two', 'lines'], 'two lines'],
  [['安理会于三月', '二十八日'], '安理会于三月二十八日'],
  [['북한이 러시아에', '보냈다'], '북한이 러시아에 보냈다'],
])('joins %j', (lines, whole) => {
  expect(joinLines(lines, words)).toBe(whole);
});
