import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { readTextLayer } from '../../src/documents/read.ts';
import { isFullCount } from '../full-count.ts';
import { blockTexts, expectSound } from './layer-checks.ts';

const read = (bytes: Uint8Array, name = 'statement.txt') => readTextLayer(bytes, { name });

const RUSSIAN =
  'Постоянный представитель России при ООН Василий Небензя заявил, что санкции не достигли своей цели. Он призвал Совет Безопасности пересматривать ограничения каждый год. Москва отрицает поставки оружия.';
const KOREAN =
  '국방부 장관은 북한이 러시아에 컨테이너 약 6,700개를 보냈다고 말했다. 그는 컨테이너에 152밀리 포탄 300만 발이 들어갈 수 있다고 평가했다. 정부는 이를 확인하지 못했다.';
const CHINESE =
  '中国常驻联合国代表表示，中方在表决中投了弃权票。安理会于三月二十八日就专家小组授权延期问题进行表决，俄罗斯投了反对票。';
const JAPANESE =
  '外務大臣は、北朝鮮がロシアに弾道ミサイルを供与したと述べた。安全保障理事会は三月二十八日に採決を行い、ロシアが拒否権を行使した。';
const GERMAN =
  'Die Außenministerin erklärte, die Maßnahmen des Sicherheitsrats gälten fort. Österreich und die Schweiz äußerten sich ähnlich; über die Prüfung entschied niemand. Für die Länder blieb es bei „unverändert“.';

describe('plain text', () => {
  it.each([
    ['utf-8', RUSSIAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['euc-kr', KOREAN],
    ['gb18030', CHINESE],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['windows-1252', GERMAN],
    ['utf-16le', KOREAN],
    ['utf-16be', RUSSIAN],
  ])('decodes %s', async (encoding, text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    const layer = await read(bytes);
    expect(layer.text).toBe(text);
    expect(layer.encoding).toBe(encoding);
    expectSound(layer);
  });

  it.each([
    ['windows-1251', 'Vasily Nebenzya (Василий Небензя), the envoy of Russia, said that the sanctions had failed.'],
    ['koi8-r', 'Vasily Nebenzya (Василий Небензя), the envoy of Russia, said that the sanctions had failed.'],
    ['euc-kr', 'The minister Shin Won-sik (신원식) said that 6,700 containers were shipped.'],
    ['gb18030', 'The envoy Zhang Jun (张军) abstained from the vote.'],
    ['windows-1252', 'The café in Zürich “closed” – the owner of the “Maßnahme” said.'],
    ['windows-1254', 'Bakan, Rusya’nın karar taslağını veto ettiğini söyledi; yaptırımlar sürüyor.'],
    ['windows-1256', 'قال الوزير إن روسيا استخدمت حق النقض ضد مشروع القرار'],
    ['windows-1250', 'Ministr řekl, že Rusko vetovalo prodloužení mandátu skupiny expertů, a přesto platí.'],
    ['big5', '中國常駐聯合國代表表示，中方在表決中投了棄權票。安理會就授權延期問題進行表決。'],
  ])('decodes a short text with few foreign letters in %s', async (encoding, text) => {
    expect(await read(iconv.encode(text, encoding))).toMatchObject({ text, encoding });
  });

  it('is the file unchanged, less a byte-order mark', async () => {
    const text = '  First line\r\n\r\n\tsecond\r\n';
    const layer = await read(Buffer.from(`\uFEFF${text}`));
    expect(layer.text).toBe(text);
    expect(blockTexts(layer)).toEqual(['title | First line', 'paragraph | second']);
  });

  it('takes each line of a news text for a paragraph', async () => {
    const layer = await read(
      Buffer.from('Russia vetoed the renewal.\n"It is a plea," said Kuleba.\nThe U.S. counted 10 cases.'),
    );
    expect(blockTexts(layer)).toEqual([
      'paragraph | Russia vetoed the renewal.',
      'paragraph | "It is a plea," said Kuleba.',
      'paragraph | The U.S. counted 10 cases.',
    ]);
  });

  it('joins lines that are broken at a width, and knows numbered paragraphs and lists', async () => {
    const text = [
      'Findings',
      '',
      '45. The Panel examined the debris of a missile that fell on the city',
      'of Kharkiv on 2 January 2024 and found that it belongs to a series of',
      'missiles made in the country under measures.',
      '46. It could not establish who launched the missile or from which place',
      'it was fired, and it asked two Member States for what they know of it.',
      '',
      '- one launcher, of which pictures were seen in the autumn of the year',
      '- two vessels',
      '',
      '28. March was the day of the vote.',
    ].join('\n');
    const layer = await read(Buffer.from(text));
    expect(blockTexts(layer).map((block) => block.slice(0, 40))).toEqual([
      'title | Findings',
      'paragraph | 45 | The Panel examined the ',
      'paragraph | 46 | It could not establish ',
      'list-item | one launcher, of which pictu',
      'list-item | two vessels',
      'paragraph | 28. March was the day of the',
    ]);
    expectSound(layer);
  });

  it('gives sound layers for any text', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\r\n', '\n\n', '45. The', '• a', 'A heading', ' ', '\t', '\u2028', '(a) x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = `word ${pieces
          .join('')
          .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffd<%]/g, '')
          .toWellFormed()}`;
        const layer = await read(Buffer.from(text));
        // Lines with as many tabs each are a table, whose text is that of its cells.
        if (layer.kind !== 'csv') expect(layer.text).toBe(text);
        expectSound(layer);
      }),
      { numRuns: isFullCount ? 20_000 : 300 },
    );
  });

  const seed = join(process.env.PANEL_TEST_DATA ?? join(packageRoot(), '..', 'shared'), 'seed', 'veto-article.txt');
  it.skipIf(!existsSync(seed))(
    'reads a news text of one line a paragraph (1 test, needs seed/veto-article.txt of PANEL_TEST_DATA)',
    async () => {
      const bytes = readFileSync(seed);
      const layer = await read(bytes);
      expect(layer.text).toBe(bytes.toString('utf8'));
      expect(layer.blocks).toHaveLength(11);
      expect(layer.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
      expectSound(layer);
    },
  );
});

it('shows data for programs line by line, without the blanks that indent it', async () => {
  const layer = await readTextLayer(Buffer.from('{\n\t"ships": [\r\n    "Angara"  \n  ]\n}\n'), { name: 'a.json' });
  expectSound(layer);
  expect(layer.unread).toMatchObject([{ what: 'data', whole: true }]);
  expect(blockTexts(layer)).toEqual(['{', '"ships": [', '"Angara"', ']', '}'].map((line) => `paragraph | ${line}`));
});
