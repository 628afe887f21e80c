import { expect, test } from 'vitest';
import { readTextLayer } from '../../../documents/read.ts';
import { extractClaims } from '../../extraction.ts';
import type { Claimant } from '../../model/claim.ts';

async function claimantOf(text: string): Promise<Claimant | undefined> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
  return extractClaims(layer, { source, published: '2024-06-14' })[0]?.claimant;
}

test.each([
  ['The members of the Security Council condemned the seizure of 3 ships.', 'un-body'],
  ['A number of nations said they had seized 3 ships.', 'state'],
  ['One delegation said that 3 ships were seized.', 'state'],
  ['A Latvian ministry statement said 3 ships were seized.', 'state-organ'],
  ['According to a Reuters report, 3 ships were seized.', 'newsroom'],
  ['Latvia sold 3 ships, according to a Danish press report.', 'newsroom'],
  ['According to media reports, 3 ships were seized.', 'unnamed'],
  ["The brigade's commander said 3 ships were seized.", 'person'],
  ['The master said that 3 ships were seized.', 'person'],
  ['A pilot said that 3 ships were seized.', 'unnamed'],
  ['Wood Lane, a consultancy, said that 3 ships were seized.', 'company'],
  ['An open-source organisation, Harbour Eye, said that 3 ships were seized.', 'ngo'],
  ['The Riga School of Markets said that 3 ships were seized.', 'ngo'],
  ['The National Oil Corporation said that 3 ships were seized.', 'company'],
  ['According to the Kestrel ship tracking service, 3 ships were seized.', 'company'],
  ['Two former members of a U.N. panel said that 3 ships were seized.', 'unnamed'],
  ['A member of the panel said that 3 ships were seized.', 'unnamed'],
  ['Kpler data said that 3 ships were seized.', 'company'],
  ['The Dutch newspaper NRC said that 3 ships were seized.', 'newsroom'],
  ['The EU naval force said that 3 ships were seized.', 'intergovernmental'],
  ['The Riga-based Data Center for Baltic Human Rights said that 3 ships were seized.', 'ngo'],
  ['According to a think tank in Riga, 3 ships were seized.', 'ngo'],
  ['The Riga General Bureau of Construction said that 3 ships were seized.', 'state-organ'],
  ['Daugava Construction said that 3 ships were seized.', 'company'],
  ["The company's lawyer said that 3 ships were seized.", 'person'],
])('the kind of a speaker: %s', async (text, kind) => {
  expect((await claimantOf(text))?.kind).toBe(kind);
});

test('a name and what it issues is the name', async () => {
  expect(await claimantOf('Latvia sold 3 ships, according to Baltic Research estimates.')).toMatchObject({
    name: 'Baltic Research',
  });
});

test('the report of the one panel that a text names is of its kind', async () => {
  const text = 'The Panel of Experts on Libya met in Riga in May. The report said Latvia sold 3 ships.';
  expect((await claimantOf(text))?.kind).toBe('un-body');
  expect((await claimantOf('The envoy met in Riga in May. The report said Latvia sold 3 ships.'))?.kind).toBe(
    'unnamed',
  );
});

test.each([
  'Anna Berg, envoy of Latvia, speaks to reporters in Riga in May. [NORDIC WIRE]',
  'FILE PHOTO: Anna Berg speaks to reporters in Riga after 3 ships were seized.',
  'Photo: Jonah Lund/Nordic Wire',
  'Image: 3 ships at the port of Riga in a picture that Anna Berg took in May.',
  'Photo by Anna Berg: Anna Berg said 3 ships were seized.',
  'FILE PHOTO: In this image released by the Latvian navy, 3 ships lie at anchor, the Latvian navy said.',
  'Photo: Officials said 3 ships were seized in Riga.',
])('a caption says nothing and nobody in it speaks afterwards: %s', async (caption) => {
  expect(await afterCaption(caption)).toEqual(['Jonah Lund', 'Jonah Lund']);
});

test.each([
  'Anna Berg says that 3 ships were seized in Riga. (Jonah Lund/AFP)',
  'FILE PHOTO: Tankers at Riga, where 3 ships were seized in May, according to Anna Berg. REUTERS/Jonah Lund',
  'Image: The tanker Serdar. Envoy Anna Berg said it had sold 40 boats. Photo: Jonah Lund',
  'Photo by Jonah Lund: Anna Berg told reporters that 3 ships were seized.',
])('what a caption says that somebody said is theirs, and never of who took the picture: %s', async (caption) => {
  expect(await afterCaption(caption)).toEqual(['Anna Berg', 'Jonah Lund', 'Jonah Lund']);
});

async function afterCaption(caption: string): Promise<string[]> {
  const layer = await readTextLayer(
    new TextEncoder().encode(`${caption}\n\nJonah Lund said 4 boats sank. "They sold 4 boats," he said.`),
    { name: 'story.txt' },
  );
  const claims = extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-14' });
  return claims.map(({ claimant }) => claimant.name);
}
