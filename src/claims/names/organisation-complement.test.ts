import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim, Claimant } from '../model/claim.ts';

const WIRE: Claimant = { name: 'Nordic Wire', kind: 'newsroom' };

async function claimsOf(text: string, source: Claimant = WIRE): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'note.txt' });
  return extractClaims(layer, { source, published: '2024-06-14' });
}

const SOLD = 'Latvia sold 40 boats to Chad';

test.each<[string, string, Claimant['kind']]>([
  [
    `The Security Council Committee established pursuant to resolution 1718 (2006) noted that ${SOLD}.`,
    'Security Council Committee established pursuant to resolution 1718 (2006)',
    'un-body',
  ],
  [
    `The Security Council Committee established pursuant to resolution 1591 (2005), in its report, said that ${SOLD}.`,
    'Security Council Committee established pursuant to resolution 1591 (2005)',
    'un-body',
  ],
  [
    `${SOLD}, the Committee established pursuant to resolution 1533 (2004) concerning the Democratic Republic of the Congo said.`,
    'Committee established pursuant to resolution 1533 (2004) concerning the Democratic Republic of the Congo',
    'un-body',
  ],
  [
    `According to the Committee pursuant to resolutions 1267 (1999), 1989 (2011) and 2253 (2015), ${SOLD}.`,
    'Committee pursuant to resolutions 1267 (1999), 1989 (2011) and 2253 (2015)',
    'un-body',
  ],
  [
    `The Security Council Committee concerning Guinea-Bissau reported that ${SOLD}.`,
    'Security Council Committee concerning Guinea-Bissau',
    'un-body',
  ],
  [
    `"${SOLD}," the Panel of Experts established by Security Council resolution 1973 (2011) wrote.`,
    'Panel of Experts established by Security Council resolution 1973 (2011)',
    'un-body',
  ],
  [`The Group of Experts on Mali found that ${SOLD}.`, 'Group of Experts on Mali', 'un-body'],
  [`The Monitoring Team of the 1267 Committee said that ${SOLD}.`, 'Monitoring Team of the 1267 Committee', 'un-body'],
  [
    `The Independent International Commission of Inquiry on Burundi said that ${SOLD}.`,
    'Independent International Commission of Inquiry on Burundi',
    'un-body',
  ],
  [
    `The United Nations Transition Mission in Haiti said that ${SOLD}.`,
    'United Nations Transition Mission in Haiti',
    'un-body',
  ],
  [`The Committee against Torture said that ${SOLD}.`, 'Committee against Torture', 'state-organ'],
  [
    `The Standing Committee of the Latvian People's Congress said that ${SOLD}.`,
    "Standing Committee of the Latvian People's Congress",
    'state-organ',
  ],
  [
    `The State Commission for Ports, River Control and Customs said that ${SOLD}.`,
    'State Commission for Ports, River Control and Customs',
    'state-organ',
  ],
  [
    `The chair of the Security Council Committee established pursuant to resolution 2140 (2014) said that ${SOLD}.`,
    'chair of the Security Council Committee established pursuant to resolution 2140 (2014)',
    'person',
  ],
  // A body of a State whose name ends like one of the United Nations.
  [`The Latvian General Assembly said that ${SOLD}.`, 'Latvian General Assembly', 'state-organ'],
  [`The National Security Council said that ${SOLD}.`, 'National Security Council', 'state-organ'],
  [`The Secretariat for Trade said that ${SOLD}.`, 'Secretariat for Trade', 'state-organ'],
  [`The Secretariat said that ${SOLD}.`, 'Secretariat', 'un-body'],
  // What is no part of the name.
  [`The Security Council Committee said on Friday that ${SOLD}.`, 'Security Council Committee', 'un-body'],
  [`The Panel of Experts said in May, pursuant to its mandate, that ${SOLD}.`, 'Panel of Experts', 'un-body'],
])('the whole name of a body: %s', async (text, name, kind) => {
  const claims = await claimsOf(text);
  expect(claims.map(({ claimant }) => [claimant.name, claimant.kind])).toEqual([[name, kind]]);
});

test('a body is the same by its short name later in the text', async () => {
  const claims = await claimsOf(
    `The Security Council Committee established pursuant to resolution 1718 (2006) said that ${SOLD}. The Security Council Committee said that Chad sold 12 rifles to Togo. The Committee added that Togo sold 3 boats to Mali.`,
  );
  expect(new Set(claims.map(({ claimant }) => claimant.name))).toEqual(
    new Set(['Security Council Committee established pursuant to resolution 1718 (2006)']),
  );
  const two = await claimsOf(
    `The Security Council Committee established pursuant to resolution 1718 (2006) said that ${SOLD}. The Security Council Committee established pursuant to resolution 1591 (2005) said that Chad sold 12 rifles to Togo. The Security Council Committee said that Togo sold 3 boats to Mali.`,
  );
  expect(two.map(({ claimant }) => claimant.name).pop()).toBe('Security Council Committee');
});

test('a document of the body itself goes by the name of its source', async () => {
  const source: Claimant = { name: 'Panel of Experts', kind: 'un-body' };
  const [claim] = await claimsOf(
    `The Panel of Experts established pursuant to resolution 1874 (2009) finds that ${SOLD}.`,
    source,
  );
  expect(claim?.claimant).toEqual(source);
});
