import type { ReportScreening } from '../../report/model/model.ts';
import type { NamesScreenedBody } from '../acts/act-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derived } from '../derivation/derive.ts';
import { listAgeNote } from '../screening/list-age.ts';
import { questionOf } from '../screening/screen-question.ts';
import { recallOn } from '../screening/screening-decisions.ts';

/** Whom the claims name beside the lists of the dossier, with what people decided on the hits. */
export function screeningOf({ evidence }: Derived, used: ReadonlySet<string>, asOf: string): ReportScreening | null {
  const named = evidence.namesScreened?.named;
  if (named === undefined || named.lists.length === 0) return null;
  return {
    lists: named.lists.map(({ file, document, versionDate }) => ({ name: file, document, version: versionDate })),
    asked: named.answers.length,
    hits: named.answers.flatMap(({ asked, claims, hits }) =>
      hits.map(({ entityId, caption, score, match, reasons, facts, documents, another = false }) => {
        const entry = { id: entityId, facts, documents };
        return {
          query: asked.imoNumber === undefined ? asked.name : `${asked.name} IMO ${asked.imoNumber}`.trim(),
          ...(another ? { another } : {}),
          entityId,
          caption,
          score,
          match,
          reasons,
          claims: claims.filter((claim) => used.has(claim)),
          listAge: listAgeNote(documents, named.lists, asOf),
          decision: recalledNote(evidence, asked, entry, another),
        };
      }),
    ),
  };
}

type ScreenedAnswer = NamesScreenedBody['named']['answers'][number];

/** The decision on a hit: for what was asked, else for the name alone, where nothing says that another is meant. */
function recalledNote(
  { decisions }: Evidence,
  asked: ScreenedAnswer['asked'],
  entry: Parameters<typeof recallOn>[2],
  another: boolean,
): string | null {
  const ofQuestion = recallOn(decisions, questionOf(asked), entry);
  if (ofQuestion !== null || another || asked.name === '') return ofQuestion?.note ?? null;
  return recallOn(decisions, questionOf({ name: asked.name, schema: asked.schema }), entry)?.note ?? null;
}
