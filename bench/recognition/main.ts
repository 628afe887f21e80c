/**
 * How well text is read off pictures: `npx tsx bench/recognition/main.ts`. Pages in four scripts are printed by a browser at
 * 150, 200 and 300 dots an inch, clean and worn (turned, with noise, as a bad JPEG), and read as any picture is. It prints a
 * table with the error a character (blanks aside) and how many of the printed figures stand in what was read.
 */
import { openReader } from '../../src/documents/reader.ts';
import { recognitionProgram } from '../../src/documents/recognition/installed.ts';
import findChromium from '../../tests/browser/find-chromium.ts';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { makeScan, type ScannedSheet } from '../../tests/documents/scan-maker.ts';

type Page = { readonly face: ScannedSheet['face']; readonly paragraphs: readonly string[] };

const PAGES: Readonly<Record<string, Page>> = {
  English: {
    face: 'latin',
    paragraphs: [
      'The harbour office said on 17 October 2023 that the ship Angara unloaded 12,400 tonnes of coal and 300 containers.',
      'Bill 4471-B of 9 September names 38.4512 tonnes of diesel, 1,116,000 litres of jet fuel and 25 crates marked 81 mm.',
      'Two voyages were seen in August, 5 in September and 11 in October, or 18 in all; the draught was 6.4 m and 7.9 m.',
    ],
  },
  Korean: {
    face: 'korean',
    paragraphs: [
      '항만청은 안가라호가 2023년 10월 17일 석탄 12,400톤과 컨테이너 300개를 하역했다고 밝혔다.',
      '9월 9일자 선하증권 4471호에는 경유 38.4512톤, 항공유 1,116,000리터, 상자 25개가 적혀 있다.',
      '8월에 2회, 9월에 5회, 10월에 11회 항해가 관측되어 모두 18회였다.',
    ],
  },
  Chinese: {
    face: 'chinese',
    paragraphs: [
      '港务局说，安加拉号于2023年10月17日卸下煤炭12,400吨和集装箱300个。',
      '9月9日的提单4471号写有柴油38.4512吨、航空煤油1,116,000升和木箱25个。',
      '8月有2次航行，9月有5次，10月有11次，共18次。',
    ],
  },
  Russian: {
    face: 'latin',
    paragraphs: [
      'Управление порта сообщило 17 октября 2023 года, что судно «Ангара» выгрузило 12,400 тонн угля и 300 контейнеров.',
      'В накладной 4471 от 9 сентября указаны 38.4512 тонны дизельного топлива, 1,116,000 литров керосина и 25 ящиков.',
      'В августе было 2 рейса, в сентябре 5, в октябре 11, всего 18.',
    ],
  },
};

const WORN = { turned: 0.8, noise: 110 };

await findChromium();
const browser = await launchBrowser();
const reader = openReader();
process.stdout.write(`${recognitionProgram() ?? 'nothing that reads pictures is installed'}\n\n`);
process.stdout.write('| script | dots an inch | page | errors a character | figures | confidence | seconds |\n');
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- |\n');
for (const [script, { face, paragraphs }] of Object.entries(PAGES))
  for (const dpi of [150, 200, 300])
    for (const worn of [undefined, WORN]) {
      const html = paragraphs.map((text) => `<p>${text}</p>`).join('');
      const quality = worn === undefined ? 80 : 30;
      const sheet = { html, inches: [7, 4] as const, dpi, face, quality, ...(worn !== undefined && { worn }) };
      const picture = await makeScan(browser, sheet);
      const started = performance.now();
      const layer = await reader.read(picture, `${script}.jpg`);
      const seconds = (performance.now() - started) / 1000;
      const printed = paragraphs.join(' ');
      const error = distance(letters(printed), letters(layer.text)) / letters(printed).length;
      const figures = figuresIn(printed);
      const left = figuresIn(layer.text);
      const right = figures.filter(
        (figure) => left.splice(left.indexOf(figure), left.includes(figure) ? 1 : 0).length > 0,
      );
      process.stdout.write(
        `| ${script} | ${dpi} | ${worn === undefined ? 'clean' : 'worn'} | ${(error * 100).toFixed(1)} % | ${right.length} of ${figures.length} | ${layer.recognised?.[0]?.confidence ?? 'none'} | ${seconds.toFixed(1)} |\n`,
      );
    }
await reader.close();
await browser.close();

function letters(text: string): string {
  return text.replace(/\s/g, '');
}

function figuresIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

/** Letters put in, left out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (sign === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
