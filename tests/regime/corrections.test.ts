import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadRegime } from '../../src/regime/loading/load.ts';

const page = readFileSync(new URL('../../docs/corrections.md', import.meta.url), 'utf8');

test('the list of paragraphs that no text was found for is the one of the decision files', () => {
  const recalled = new Map<string, string[]>();
  for (const { decision, paragraph, evidence } of loadRegime('un-1718').provisions) {
    if (evidence !== 'recalled') continue;
    const number = /^S\/RES\/(\d+)/.exec(decision)?.[1] ?? decision;
    recalled.set(number, [...(recalled.get(number) ?? []), paragraph]);
  }
  const section = page.slice(page.indexOf('## Not found in a text'), page.indexOf('## Readings'));
  const listed = [...section.matchAll(/^- (\d+): (.*)$/gm)].map(
    ([, number, text]) => [number, [...(text ?? '').matchAll(/OP\d+(?:\([a-z]+\))*/g)].map(([op]) => op)] as const,
  );
  const stated = new Map(listed.map(([number, list]) => [number, [...new Set(list)].sort()]));
  expect(stated).toEqual(new Map([...recalled].map(([number, list]) => [number, list.sort()])));
});
