import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';

/** Who says each claim of a text, "by" whom it is passed on, and "not" before whoever denies. */
async function toldIn(text: string): Promise<string[]> {
  const layer = await readTextLayer(Buffer.from(text), { name: 'story.txt' });
  const claims = extractClaims(layer, {
    source: { name: 'Skerry Dispatch', kind: 'newsroom' },
    published: '2024-05-14',
  });
  return claims.map(
    ({ claimant, relay, polarity }) =>
      `${polarity === 'denies' ? 'not ' : ''}${[claimant.name, ...relay.map(({ name }) => name)].join(' by ')}`,
  );
}

test.each([
  // Two who tell beside each other: neither passes the other on.
  ['Police said 40 men fled and a hospital said it had received nine bodies.', ['Police', 'a hospital']],
  ['The navy says the port lost 12 cranes, and accuses Latvia of selling 40.', ['navy', 'navy']],
  // Whoever closes the sentence tells all of it.
  [
    'Nine men were freed on Monday, while some 40 returned to Riga by train, the navy told reporters.',
    ['navy', 'navy'],
  ],
  ['Latvia sold 40 cranes to Chad, lawmakers quoted the navy as saying.', ['navy by lawmakers']],
  [
    'Latvia sold 40 cranes, the Baltic Watch agency quoted Admiral Stig Holm, its envoy, as saying.',
    ['Stig Holm by Baltic Watch agency'],
  ],
  // "It" is who acts in its own sentence before anybody met earlier.
  [
    'The navy said that Latvia sold 40 cranes. Delphin did not reply, but in a note it denied that 12 tanks were sold.',
    ['navy', 'not Delphin'],
  ],
  ['The navy lost 12 tanks, while the hospital said it counted nine bodies.', ['Skerry Dispatch', 'hospital']],
  // A claim that a noun names, and who denies it.
  ['The navy accused Latvia of selling 40 cranes to Chad, a charge rejected by the rebels.', ['navy', 'not rebels']],
  ['The navy said that Latvia sold 40 cranes, a claim Riga denied.', ['navy', 'not Riga']],
  ['Aid groups say that 40 men were sold, an accusation its government rejects.', ['Aid groups', 'not its government']],
  // Who tells goes on, and whoever is told does not.
  ['The mayor, Olaf Brun, told reporters, warning that 40 cranes were sold to Chad.', ['Olaf Brun']],
  // A quotation is spoken by whoever closes it.
  [
    'A sailor told the navy that 110 men were on board. “The captain left us. Then 40 cranes were sold,” the mayor, Olaf Brun, said.',
    ['A sailor', 'Olaf Brun', 'Olaf Brun'],
  ],
  // What counts on from what somebody counted.
  ['At least 214 men were killed, the navy said. Gangs killed a further 96.', ['navy', 'navy']],
  ['The navy said that 214 ships were searched. Of these, 40 were detained.', ['navy', 'navy']],
  // What is told of the accused in passing is not what they are accused of.
  ['The navy has blamed the rebels, who have attacked 12 ships since May, for it.', ['Skerry Dispatch']],
  // Papers and counts that show something.
  ['A five-month probe by the navy showed that four firms sold 40 cranes.', ['navy']],
  ['A new poll found that 40 percent of sailors were paid.', ['A new poll']],
  ['He sold 40 cranes, according to a review of filings by the Baltic Watch Institute.', ['Baltic Watch Institute']],
  ['The Skerry Institute sent a letter saying that Latvia sold 40 cranes.', ['Skerry Institute']],
  // Only people are "who".
  ['Ida Roos, an engineer at the Skerry Institute who said that Latvia sold 40 cranes, left.', ['Ida Roos']],
  ['The paper had a story of a woman who said that Latvia sold 40 cranes.', ['a woman']],
  // Who passes it on.
  ['The navy told the news agency EFN that Latvia sold 40 cranes.', ['navy by EFN']],
  [
    'The navy told the Nordic Courier that Latvia sold 40 cranes. The union, cited by the same newspaper, said that 12 tanks were sold.',
    ['navy by Nordic Courier', 'union by Nordic Courier'],
  ],
  [
    'Latvia sold 40 cranes to Chad. This is reported by the Nordic Courier with reference to the navy.',
    ['navy by Nordic Courier'],
  ],
  ['Latvia sold 40 cranes to Chad, people familiar with the matter said.', ['people familiar with the matter']],
])('%s', async (text, told) => {
  const found = await toldIn(text);
  for (const one of told) {
    expect(found).toContain(one);
    found.splice(found.indexOf(one), 1);
  }
});
