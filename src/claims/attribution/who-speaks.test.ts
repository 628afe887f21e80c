import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Fjord Courier', kind: 'newsroom' }, published: '2024-06-12' });
}

test.each([
  // A quotation that the paragraph before left open, and that only a closing mark ends.
  ['According to Ida Roos, “Benin sold 12 rifles.\n\nIt sold 40 trucks”.', ['Ida Roos', 'Ida Roos']],
  // Only what the adverb stands with is alleged by nobody named.
  ['That sale allegedly broke the ban, and Togo obtained a warrant in May.', ['unnamed', 'Fjord Courier']],
  // A panel told by a participle, and data that close the sentence.
  ['The Panel monitoring the embargo against Libya says Togo sold 12 rifles.', ['Panel']],
  ['Togo has sold $12 million in rifles this week, data from Elliptic shows.', ['data from Elliptic']],
  // A line of place, what a State shows in somebody's words, and who has seen a paper.
  ['UNITED NATIONS: The Security Council extended the embargo on Benin.', ['Fjord Courier']],
  ['Ida Roos said the States had shown “an unwillingness to stop the flow of arms.”', ['Ida Roos']],
  [
    'Benin said the pact was void.\n\n“The lack of access for five months means that it is overdue,” the Harbour Agency said in the report to members seen by Reuters.',
    ['Benin', 'Harbour Agency'],
  ],
  // Figures are of whoever put them out, and whoever inspects trucks has not spoken.
  ['Statistics released on Monday by the Transport Ministry reveal that 12 boats sank.', ['Transport Ministry']],
  ['Guards at the port inspected more than 12 trucks.', ['Fjord Courier']],
  // What somebody leaves standing they do not assert.
  ['Benin Marine did not name the yard, but did not dispute the number of rifles sold.', ['Fjord Courier']],
  // Whom somebody's wish is unlikely of has not spoken.
  ['Because ports are unlikely to want to be seen there, few pilots came to Lomé.', ['Fjord Courier']],
  // Words in marks before somebody else's saying are not those of who is told of.
  [
    'Asked if the loss was “a plain crew error”, port speaker Ida Roos answered that the harbour office was still assessing the matter.',
    ['Ida Roos'],
  ],
  // "They" after people without a name.
  [
    'The Houthis took the yard, according to local officials. Several of the guards were killed in the raid, they added.',
    ['local officials', 'local officials'],
  ],
  // A note of the format is nobody.
  ['The Panel report [PDF] released today says that Togo sold 12 rifles.', ['Panel report']],
  // A body whose name ends in what reads as a verb hears it, and passes it on.
  ['Eyewitnesses told Human Rights Watch that guards shot at the crews.', ['Eyewitnesses']],
  // Whom the raid befell did not say so; a State that is told of behind it did.
  [
    'Three pilots were wounded in the raid, which Benin condemned on Monday, saying the boats had lain at anchor.',
    ['Fjord Courier', 'Fjord Courier', 'Benin'],
  ],
  // A verb of saying before its subject, between commas.
  ['This was no accident but, say the prosecutors, a plain breach of the law.', ['prosecutors']],
  // A title that ends in a stop is no name, and "he said" behind somebody's name is another.
  [
    'The trucks were “near the end of the road,” said Capt. Jon Berg, a port speaker. He said the road was shut.',
    ['Jon Berg', 'Jon Berg'],
  ],
  [
    'Jon Berg, the port minister, spoke in Lomé.\n\nPresident Olav Ruiz could visit Benin this year, he said.',
    ['Fjord Courier', 'Jon Berg'],
  ],
  ['“Our assessment is they sold rifles,” Ida Roos said.', ['Ida Roos']],
  // Who asks not to be named asks for nothing else; who speaks behind "and" is not whoever acted before.
  ['“It is simple,” said the harbour official, who requested anonymity.', ['harbour official']],
  [
    'After the raid, the West announced tough new sanctions and tech companies said they had halted all exports to Togo.',
    ['West', 'tech companies'],
  ],
  // What somebody was led to reveal they do not say here.
  ['The raids did lead Benin to reveal its sales of rifles.', []],
  ['The yards have few friends in Lomé to contend with their rivals.', []],
  ['Benin has provided details of its sales to the Council.', ['Fjord Courier']],
  // Who cites somebody behind "and".
  [
    'Togo put its navy on alert on Tuesday for a possible raid and Benin’s Quay News Agency, citing an unidentified government source, said the rebels were moving a gun to the coast.',
    ['an unidentified government source', 'an unidentified government source'],
  ],
  // A code by which goods are counted says nothing.
  ['Togo listed 12 goods according to the tariff codes of the harbour, the ministry said.', ['ministry']],
])('who says it: %s', async (text, expected) => {
  expect((await claimsOf(text)).map(({ claimant }) => claimant.name)).toEqual(expected);
});
