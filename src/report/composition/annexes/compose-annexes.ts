import type { ReportModel } from '../../model/model.ts';
import { claimantKindWords, reliabilityWords, romanNumeral } from '../../model/words.ts';
import { composeMeasuresAnnex } from '../compose-measures.ts';
import { type ManuscriptBlock, plainParagraph, type Section, textOf } from '../manuscript.ts';
import type { Writer } from '../writer.ts';
import { composeClaims, composeLeads } from './compose-claims.ts';
import { composeEvidence, composeRefused } from './compose-evidence.ts';
import { composeNamed } from './compose-named.ts';
import { composeRecord } from './compose-record.ts';
import { composeScreening } from './compose-screening.ts';
import { composeTracks } from './compose-tracks.ts';
import { composeTrade } from './compose-trade.ts';

/** Annexes: the sources, the claims, the evidence, what was refused, the screening of names, and the record's own state. */
export function composeAnnexes(writer: Writer): readonly Section[] {
  const { model } = writer;
  const measures = composeMeasuresAnnex(writer);
  const drafts: (readonly [string, string, readonly ManuscriptBlock[]])[] = [
    ...(measures.length === 0 ? [] : [['measures', 'Measures, paragraph by paragraph', measures] as const]),
    ['sources', 'Sources and their reliability', composeSources(model)],
    ['claims', 'Claims', composeClaims(writer)],
    ...(model.named === undefined
      ? []
      : [
          ['named', 'Persons, entities and vessels named', composeNamed(model.named, model.relations, writer)] as const,
        ]),
    ...(model.trade === undefined
      ? []
      : [['trade', 'Trade figures against the caps', composeTrade(model.trade, writer)] as const]),
    ...(model.tracks === undefined ? [] : [['tracks', 'Ships’ tracks', composeTracks(model.tracks, writer)] as const]),
    ['evidence', 'Evidence', composeEvidence(model)],
    ['refused', 'Documents refused or not read', composeRefused(model)],
    ...(model.screening === null
      ? []
      : [['screening', 'Names screened against lists', composeScreening(model.screening, writer)] as const]),
    ...(model.leads.length === 0 ? [] : [['leads', 'Leads', composeLeads(writer)] as const]),
    ['record', 'The record', composeRecord(model)],
  ];
  return drafts.map(([id, title, blocks], i) => ({
    id: `annex-${id}`,
    numeral: `Annex ${romanNumeral(i + 1)}`,
    title,
    blocks,
  }));
}

function composeSources(model: ReportModel): readonly ManuscriptBlock[] {
  if (model.sources.length === 0) return [plainParagraph('No source was recorded.')];
  const documents = new Map<string, number>();
  for (const { source } of model.documents) documents.set(source, (documents.get(source) ?? 0) + 1);
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'Sources, with the reliability given to each (Admiralty scale)',
      head: ['Source', 'Kind', 'Reliability', 'Reason', 'Documents'],
      rows: model.sources.map((source) => [
        [{ kind: 'strong', text: source.name }],
        textOf(claimantKindWords(source.kind)),
        textOf(reliabilityWords(source.reliability)),
        textOf(source.reason ?? ''),
        textOf(String(documents.get(source.id) ?? 0)),
      ]),
    },
  ];
}
