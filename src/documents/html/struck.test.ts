import { expect, test } from 'vitest';
import { readTextLayer } from '../read.ts';
import { readableLayer } from '../text/unread.ts';

async function readIn(body: string): Promise<{ readonly left: readonly string[]; readonly unread: number }> {
  const page = `<!doctype html><html lang="en"><body><article><h1>Voyages of the year</h1>${body}</article></body></html>`;
  const layer = await readTextLayer(Buffer.from(page), { name: 'page.html' });
  const { text, blocks } = readableLayer(layer);
  return { left: blocks.map(({ start, end }) => text.slice(start, end)), unread: layer.unread?.length ?? 0 };
}

test.each([
  ['<p>Oslo sold 4 trucks.</p><p><s>Oslo sold 9 trucks.</s></p>', 'Oslo sold 9 trucks.'],
  ['<p>Oslo sold 4 trucks.</p><p>Oslo sold <del>9</del> 8 cars.</p>', 'Oslo sold 9 8 cars.'],
  ['<p>Oslo sold 4 trucks.</p><p style="text-decoration: line-through">Oslo lent 9 trucks.</p>', 'Oslo lent 9 trucks.'],
])('what is struck through stands in the text and is not read: %s', async (body, gone) => {
  const { left, unread } = await readIn(body);
  expect(left).toContain('Oslo sold 4 trucks.');
  expect(left).not.toContain(gone);
  expect(unread).toBe(1);
});

test('of a row nothing is read in which a cell is struck through', async () => {
  const { left } = await readIn(
    '<table><tr><th>From</th><th>To</th></tr><tr><td>Oslo</td><td><s>Riga</s></td></tr><tr><td>Turku</td><td>Vaasa</td></tr></table>',
  );
  expect(left).toEqual(expect.arrayContaining(['From', 'To', 'Turku', 'Vaasa']));
  expect(left).not.toContain('Oslo');
});

test('a page without struck words is read whole', async () => {
  expect((await readIn('<p>Oslo sold <strong>4</strong> trucks.</p>')).unread).toBe(0);
});
