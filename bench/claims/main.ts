import { extractClaims } from '../../src/claims/extraction.ts';
import { readTextLayer } from '../../src/documents/read.ts';

/**
 * Speed of claim extraction on one core: a text of our own, made as long as asked (megabytes, default 1), read once.
 * Run: npx tsx bench/claims/main.ts 1
 */
const PARAGRAPHS = [
  'OSLO, March 3 (HG) — Norway seized 14 containers of dual-use parts that a freighter carried from Gdansk to Murmansk, customs officials said on Friday, adding that the crew of nine had been questioned.',
  '"We had been watching this ship since last September," said Arne Lund, the envoy of Norway to the U.N., according to Reuters. "Its papers gave three ports, and it called at none of them."',
  'Three U.N. monitors could not confirm a claim by one Member State that at least 2,400 tonnes of diesel had been moved by ship-to-ship transfer between January and August 2023.',
  'The Foreign Ministry in Moscow rejected the report as a fabrication and called for "an honest inquiry" by the Security Council, which adopted resolution 2397 in 2017 by a vote of 15-0-0.',
  'Between 3,000 and 4,000 workers, about a third of them in the building trade, were employed in Vladivostok, reportedly sending home some $60 million a year.',
];

const megabytes = Number(process.argv[2] ?? '1');
let text = '';
for (let i = 0; text.length < megabytes * 1_000_000; i++) text += `${PARAGRAPHS[i % PARAGRAPHS.length]}\n\n`;
const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'bench.txt' });
extractClaims(
  { ...layer, blocks: layer.blocks.slice(0, 50) },
  { source: { name: 'Bench', kind: 'newsroom' }, published: '2024-03-29' },
);
const start = process.hrtime.bigint();
const claims = extractClaims(layer, { source: { name: 'Bench', kind: 'newsroom' }, published: '2024-03-29' });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(
  JSON.stringify({
    megabytes,
    claims: claims.length,
    seconds: Number(seconds.toFixed(2)),
    megabytesPerMinute: Number(((text.length / 1e6 / seconds) * 60).toFixed(1)),
    peakMemoryMB: Math.round(process.memoryUsage.rss() / 1e6),
  }),
);
