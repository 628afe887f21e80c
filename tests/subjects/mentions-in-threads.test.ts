import { expect, it } from 'vitest';
import type { ReadDocument } from '../../src/app/derivation/reading/read-documents.ts';
import { mentionsIn, mentionsWithoutLists } from '../../src/app/subjects/document-mentions.ts';
import { readTextLayer } from '../../src/documents/read.ts';

it('threads find in many documents whom each of them names when it is read alone', async () => {
  const documents = await Promise.all(
    Array.from({ length: 60 }, async (_, at) => {
      const text = `Orchid Trading ${at} of Dandong sold the tanker Blue Tern ${at}, IMO 9074729, to Pak Chol Nam, Norway said.`;
      const layer = await readTextLayer(new TextEncoder().encode(text), { name: `paper-${at}.txt` });
      return { document: layer.document, layer, custody: { origin: { fileName: `paper-${at}.txt` } } };
    }),
  );
  const kept: string[] = [];
  const cache = { find: () => undefined, keep: ({ document }: { document: string }) => void kept.push(document) };
  const found = await mentionsWithoutLists(documents as unknown as readonly ReadDocument[], cache, false);
  for (const { layer } of documents) expect(found(layer)).toEqual(mentionsIn(layer));
  expect(documents.map(({ layer }) => mentionsIn(layer).names.length)).not.toContain(0);
  expect(kept).toHaveLength(documents.length);
});
