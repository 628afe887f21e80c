/**
 * Makes the scanned pages that tests and the second example use, `tests/documents/scans/`:
 * `npx tsx tests/documents/make-scans.ts`. They are kept, since two browsers print two pages that differ in a point of grey.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/core/resource.ts';
import findChromium from '../browser/find-chromium.ts';
import { launchBrowser } from '../browser/launch.ts';
import { makeScan, type ScannedSheet } from './scan-maker.ts';

const PAGE: Pick<ScannedSheet, 'inches' | 'dpi' | 'quality'> = { inches: [7, 4], dpi: 150, quality: 60 };

const SHEETS: Readonly<Record<string, ScannedSheet>> = {
  english: {
    ...PAGE,
    face: 'latin',
    html: `<h1>Note of the harbour office</h1>
      <p>Japan said on 16 October 2023 that North Korea shipped 12,400 tonnes of coal to Russia in September 2023.</p>
      <p>The harbour office said on 17 October 2023 that Russia delivered 38.45 tonnes of diesel to North Korea.</p>`,
  },
  korean: {
    ...PAGE,
    face: 'korean',
    html: `<h1>항만 기록</h1><p>안가라호는 2023년 9월 7일 나진에서 두나이까지 컨테이너 300개를 운송했다.</p>
      <p>항만청은 석탄 12,400톤이 하역되었다고 10월 17일 밝혔다.</p>`,
  },
  chinese: {
    ...PAGE,
    face: 'chinese',
    html: `<h1>港口记录</h1><p>安加拉号于2023年9月7日从罗津向俄罗斯运送了约300个集装箱。</p><p>港务局说，10月17日卸下煤炭12,400吨。</p>`,
  },
  worn: {
    ...PAGE,
    face: 'latin',
    quality: 40,
    worn: { turned: 0.7, noise: 90 },
    html: `<h1>Second copy</h1><p>Japan said on 16 October 2023 that North Korea shipped 12,400 tonnes of coal to Russia.</p>`,
  },
};

const folder = join(packageRoot(), 'tests', 'documents', 'scans');
mkdirSync(folder, { recursive: true });
await findChromium();
const browser = await launchBrowser();
for (const [name, sheet] of Object.entries(SHEETS))
  writeFileSync(join(folder, `${name}.jpg`), await makeScan(browser, sheet));
await browser.close();
