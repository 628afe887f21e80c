/**
 * Prints the extractor's figures on one set of the annotated texts, or on a folder of texts annotated in the same form:
 *   npx tsx tests/claims/score.ts dev|held-out|fresh|--folder DIR [--verbose] [--basis] [--measure] [--file NAME]
 * `--basis` says how much of what is marked as explicit is right, and how much that is of all.
 * `dev --measure` counts how often each way of reading is right and writes it where the extractor looks it up.
 * `--verbose` lists what was missed, surplus or judged wrong. Look at the held-out half's figures only.
 */
import { parseArgs } from 'node:util';
import { MEASURED_PARTS } from '../../src/claims/precision/reading.ts';
import { judgedParts, pointOf } from './basis.ts';
import { judgeClaimant } from './claimant-name.ts';
import {
  type CorpusSet,
  type GoldClaim,
  type GoldQuantity,
  readAnnotatedFolder,
  readCorpus,
  SETS,
  STYLES,
} from './corpus.ts';
import { extractText } from './extract-text.ts';
import type { Extracted } from './match.ts';
import { countFamilies, partsReadInClause, writeFamilies } from './measure.ts';
import {
  accepted,
  addTallies,
  type Figures,
  figuresOf,
  overlaps,
  roleMentions,
  type ScoredText,
  sameQuantity,
  scoreText,
  type Tally,
} from './scorer.ts';

const COLUMNS: readonly (readonly [string, keyof Figures])[] = [
  ['recall', 'recall'],
  ['prec', 'precision'],
  ['claimant', 'claimant'],
  ['unresolv', 'unresolved'],
  ['wrong', 'wrong'],
  ['kind', 'kind'],
  ['qty P', 'quantityPrecision'],
  ['qty R', 'quantityRecall'],
  ['qty F1', 'quantityF1'],
  ['polarity', 'polarity'],
  ['modality', 'modality'],
  ['speech', 'speech'],
  ['predic', 'predicate'],
  ['relay', 'relay'],
  ['when', 'when'],
  ['roles', 'role'],
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    basis: { type: 'boolean', default: false },
    measure: { type: 'boolean', default: false },
    file: { type: 'string' },
    folder: { type: 'string' },
  },
});
const set = positionals[0];
if (values.folder === undefined && !isSet(set)) {
  console.error(
    'usage: npx tsx tests/claims/score.ts dev|held-out|fresh|--folder DIR [--verbose] [--basis] [--file NAME]',
  );
  process.exit(2);
}
if (values.measure) {
  // The other sets say what it is worth, so that they may not decide it.
  if (set !== 'dev') {
    console.error('readings are measured on dev alone');
    process.exit(2);
  }
  writeFamilies(countFamilies(await partsReadInClause(set)));
}
const all = values.folder === undefined ? readCorpus(set as CorpusSet) : readAnnotatedFolder(values.folder);
const texts = all.filter(({ name }) => values.file === undefined || name === values.file);
if (texts.length === 0) {
  console.error(`there is no text ${values.file ?? ''} in ${values.folder ?? set}`);
  process.exit(2);
}
const scored: ScoredText[] = [];
for (const text of texts) {
  const one = scoreText(text, await extractText(text));
  scored.push(one);
  if (values.verbose) printFaults(one);
}
console.log(['style'.padEnd(10), 'texts', 'claims', ...COLUMNS.map(([title]) => title.padStart(8))].join(' '));
for (const style of STYLES) {
  const some = scored.filter(({ text }) => text.style === style);
  if (some.length > 0) printRow(style, some);
}
printRow('all', scored);
if (values.basis) printBasis();

function isSet(text: string | undefined): text is CorpusSet {
  return SETS.some((name) => name === text);
}

function printBasis(): void {
  const parts = scored.flatMap(({ matching }) =>
    matching.pairs.filter(({ gold }) => !gold.optional).flatMap(judgedParts),
  );
  console.log('\npart       believed             right of            share of all');
  for (const part of MEASURED_PARTS)
    for (const believed of [['explicit'], ['explicit', 'carried']] as const) {
      const { right, judged, all } = pointOf(parts, part, believed);
      const precision = judged === 0 ? '  -  ' : (right / judged).toFixed(3);
      const coverage = (judged / all).toFixed(3);
      console.log(
        `${part.padEnd(10)} ${believed.join(' and ').padEnd(20)} ${precision} (${right} of ${judged})`.padEnd(52) +
          coverage,
      );
    }
}

function printRow(title: string, some: readonly ScoredText[]): void {
  const tally: Tally = addTallies(some.map((one) => one.tally));
  const figures = figuresOf(tally);
  const cells = COLUMNS.map(([, key]) => figures[key].toFixed(3).padStart(8));
  console.log([title.padEnd(10), String(some.length).padStart(5), String(tally.gold).padStart(6), ...cells].join(' '));
}

function printFaults({ text, matching }: ScoredText): void {
  console.log(`\n=== ${text.name} (${text.style}, ${text.published}, ${text.source.name})`);
  for (const gold of matching.missed) if (!gold.optional) console.log(`  MISSED   ${brief(gold)}`);
  for (const extracted of matching.surplus) console.log(`  SURPLUS  ${brief(extracted)}`);
  for (const { gold, extracted } of matching.pairs) {
    if (gold.optional) continue;
    const faults: string[] = [];
    const verdict = judgeClaimant(gold.claimant, extracted.claimant);
    if (verdict !== 'right') faults.push(`claimant ${verdict}: ${extracted.claimant.name} for ${gold.claimant.name}`);
    for (const key of ['polarity', 'modality', 'speech', 'predicate'] as const) {
      if (!accepted(gold, key, extracted[key])) faults.push(`${key}: ${extracted[key]} for ${gold[key]}`);
    }
    const { when } = gold;
    if (when !== undefined && (when.from !== extracted.when.from || when.to !== extracted.when.to))
      faults.push(`when: ${period(extracted.when)} for ${period(when)}`);
    const unread = roleMentions(gold.roles).filter(
      ({ role, mention }) =>
        !roleMentions(extracted.roles).some((found) => found.role === role && overlaps(found.mention, mention)),
    );
    if (unread.length > 0) faults.push(`without ${unread.map(({ role, mention }) => `${role} ${mention}`).join('; ')}`);
    const lost = gold.quantities.filter((q) => !q.optional && !extracted.quantities.some((e) => sameQuantity(q, e)));
    const extra = extracted.quantities.filter((e) => !gold.quantities.some((q) => sameQuantity(q, e)));
    if (lost.length > 0) faults.push(`lost ${lost.map(figure).join('; ')}`);
    if (extra.length > 0) faults.push(`extra ${extra.map(figure).join('; ')}`);
    if (faults.length > 0) console.log(`  FAULT    ${shorten(gold.quote)}\n           ${faults.join('\n           ')}`);
  }
}

function period({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  return from === null && to === null ? 'open' : `${from ?? '…'} to ${to ?? '…'}`;
}

function brief(claim: GoldClaim | Extracted): string {
  const { claimant, predicate, modality, polarity, quote, quantities } = claim;
  const figures = quantities.map(figure).join('; ');
  return `${claimant.name} ${polarity} ${modality} ${predicate}${figures === '' ? '' : ` [${figures}]`}: ${shorten(quote)}`;
}

function figure(
  q: Pick<GoldQuantity, 'counts' | 'qualifier' | 'low' | 'high' | 'raw'> & { unit?: string | undefined },
): string {
  return `${q.qualifier} ${q.low}..${q.high} ${q.unit === undefined ? '' : `${q.unit} `}${q.counts} "${q.raw}"`;
}

function shorten(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 90)} … ${text.slice(-40)}`;
}
