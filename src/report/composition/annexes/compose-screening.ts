import { printableText } from '../../../figures/drawing/markup.ts';
import type { ReportScreening } from '../../model/model.ts';
import { writeDates } from '../../model/words.ts';
import { besideName } from '../beside-name.ts';
import { type ManuscriptBlock, plainParagraph, textOf } from '../manuscript.ts';
import type { Writer } from '../writer.ts';

/** Whom the claims name, beside the entries of lists. */
export function composeScreening({ lists, hits, asked }: ReportScreening, writer: Writer): readonly ManuscriptBlock[] {
  const used = lists.map(({ name, version }) => `${name}${version === null ? '' : ` (version ${version})`}`).join('; ');
  const blocks: ManuscriptBlock[] = [
    plainParagraph(
      `${asked} ${asked === 1 ? 'name or number' : 'names and numbers'} of the claims asked for in the lists of the dossier: ${used === '' ? 'none' : used}. A score is how much names and numbers are alike, and identifies nobody: whoever bears a name may be somebody else than the entry of that name.`,
    ),
  ];
  if (hits.length === 0) return [...blocks, plainParagraph('No name reached the threshold.')];
  return [
    ...blocks,
    {
      kind: 'table',
      dense: true,
      caption: 'Names of the documents alongside entries of the lists',
      head: ['Name', 'Entry of such a name', 'Score', 'Reasons', 'Decision'],
      rows: hits.map((hit) => [
        [...textOf(hit.query), ...hit.claims.map((claim) => writer.claimNote(claim))],
        [{ kind: 'strong', text: hit.caption }, ...textOf(` (${hit.entityId})`)],
        textOf(hit.score.toFixed(2)),
        textOf(
          writeDates(
            [...hit.reasons, ...saidBeside(hit, writer), ...(hit.listAge === null ? [] : [hit.listAge])].join('; '),
          ),
        ),
        textOf(
          hit.decision !== null
            ? writeDates(hit.decision)
            : hit.another
              ? 'another of this name, unless a number or date is wrong; nobody has decided'
              : 'nobody has decided',
        ),
      ]),
    },
  ];
}

/** What the text itself says of whom it names, to be held against the entry. */
function saidBeside({ query, claims }: ReportScreening['hits'][number], writer: Writer): readonly string[] {
  const name = query.replace(/ IMO \d{7}$/, '');
  const said = besideName(
    name,
    claims.map((id) => writer.claim(id)),
  );
  const quoted = said.map((words) => `“${printableText(words)}”`);
  // Descriptions that differ may be of several who bear the name: in one row they must not read as one man's.
  return quoted.length > 1
    ? [`the texts describe who bears the name in several ways, so that they may be several: ${quoted.join('; ')}`]
    : quoted.map((words) => `the text says beside the name: ${words}`);
}
