import { expect, it } from 'vitest';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { type CustodyEvent, checkCustody, custodyOf } from './custody.ts';

const collection = {
  collector: 'A. Nalyst',
  method: 'dossier',
  tool: 'standing-panel 0.1.0',
  started: '2024-05-02T10:00:00.000Z',
  ended: '2024-05-02T10:00:01.000Z',
} as const;

it('states every field of a document, with null for what is not known', () => {
  const custody = custodyOf({
    bytes: Buffer.from('abc'),
    kind: 'text',
    origin: { fileName: 'a.txt', source: 'wire' },
    collection,
  });
  expect(custody.identity).toMatchObject({
    document: 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    size: 3,
    mediaType: 'text/plain',
  });
  expect(custody.identity.sha512).toMatch(/^ddaf35a193617abacc417349ae204131/);
  expect(custody.origin).toMatchObject({ source: 'wire', publisher: null, published: null });
  expect(custody.handling).toMatchObject({ sourceProtection: 'open', legalBasis: null });
  expect(custody.events).toMatchObject([
    { kind: 'collected', by: 'A. Nalyst', before: null, after: custody.identity.document },
  ]);
  expect(checkCustody(custody.events)).toEqual([]);
  // It is logged in an act: plain JSON without a hole.
  expect(JSON.parse(canonicalJson(custody))).toEqual(custody);
});

it('finds gaps in a chain of custody', () => {
  const step = (event: Partial<CustodyEvent>): CustodyEvent => ({
    kind: 'copied',
    at: '2024-05-03',
    by: 'B',
    before: 'sha256:a',
    after: 'sha256:a',
    reason: null,
    ...event,
  });
  const first = step({ kind: 'collected', at: '2024-05-02', before: null });
  expect(
    checkCustody([
      first,
      step({}),
      step({ kind: 'redacted', after: 'sha256:b' }),
      step({ before: 'sha256:b', after: 'sha256:b' }),
    ]),
  ).toEqual([]);
  expect(checkCustody([step({})])).toHaveLength(1);
  expect(checkCustody([first, step({ at: '2024-05-01' })])).toHaveLength(1);
  expect(checkCustody([first, step({ before: 'sha256:x', after: 'sha256:x' })])).toHaveLength(1);
  expect(checkCustody([first, step({ after: 'sha256:x' })])).toEqual(['"copied" at 2024-05-03 changed the bytes']);
  expect(
    checkCustody([first, step({ kind: 'destroyed', after: null }), step({ before: null, after: null })]),
  ).toHaveLength(1);
});
