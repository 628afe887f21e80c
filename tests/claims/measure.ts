import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument } from 'yaml';
import { measuredReadings, READINGS_FILE, type ReadingFamily } from '../../src/claims/precision/measured-readings.ts';
import { resourcePath } from '../../src/core/resource.ts';
import { type JudgedPart, judgedParts } from './basis.ts';
import { type CorpusSet, readCorpus } from './corpus.ts';
import { extractTextAsRead } from './extract-text.ts';
import { scoreText } from './scorer.ts';

/** The parts of required claims of a set that the extractor read in their clause, however well such readings proved. */
export async function partsReadInClause(set: CorpusSet): Promise<readonly JudgedPart[]> {
  const parts: JudgedPart[] = [];
  for (const text of readCorpus(set)) {
    const { pairs } = scoreText(text, await extractTextAsRead(text)).matching;
    parts.push(...pairs.filter(({ gold }) => !gold.optional).flatMap(judgedParts));
  }
  return parts.filter(({ basis }) => basis === 'explicit');
}

/** The families of the file with their cases counted anew. */
export function countFamilies(parts: readonly JudgedPart[]): readonly ReadingFamily[] {
  return measuredReadings().families.map((family) => {
    const own = parts.filter(({ part, reading }) => part === family.part && family.readings.includes(reading));
    return { ...family, cases: own.length, right: own.filter(({ right }) => right).length };
  });
}

/** Writes the counts into the file and leaves its words as they are. */
export function writeFamilies(families: readonly ReadingFamily[]): void {
  const path = resourcePath(READINGS_FILE);
  const document = parseDocument(readFileSync(path, 'utf8'));
  const rows = document.get('families');
  if (!isSeq(rows)) throw new Error(`${path} has no families`);
  rows.items.forEach((row, i) => {
    if (!isMap(row)) throw new Error(`family ${i + 1} of ${path} is no map`);
    row.set('cases', families[i]?.cases);
    row.set('right', families[i]?.right);
  });
  writeFileSync(path, document.toString({ lineWidth: 130, flowCollectionPadding: true }));
}
