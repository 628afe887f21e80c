import { readMethodStatement } from '../../src/report/model/method.ts';
import type { ReportModel } from '../../src/report/model/model.ts';
import { TRANSFER, USE } from './sample-findings.ts';
import { SAMPLE_REGIME } from './sample-regime.ts';
import { SAMPLE_CLAIMS, SAMPLE_COMPARISONS, SAMPLE_DOCUMENTS } from './sample-sources.ts';

/** A report with every part filled, in our own words; made up where it is not history. */
export function sampleModel(): ReportModel {
  return {
    format: 'standing-panel/report/1',
    language: 'en',
    symbol: 'SP/2024/1',
    title: 'The measures without their watchers',
    subtitle:
      'Arms transfers alleged between the Democratic People’s Republic of Korea and the Russian Federation after the vote of 28 March 2024',
    asOf: '2024-12-01',
    generatedAt: '2024-12-01T12:00:00.000Z',
    period: { from: '2023-12-30', to: '2024-12-01' },
    preparedBy: ['Min-seo Park, analyst', 'Tomás Ferreira, editor'],
    standard: {
      name: 'reasonable grounds to believe',
      text: 'A finding is made when a body of reliable information, consistent with other information, would lead a reasonable person to believe that the event took place.',
    },
    method: readMethodStatement(),
    summary: [
      [
        'On 28 March 2024 a draft that would have kept the Panel of Experts in being was not adopted',
        { claim: 'c-07' },
        '. The measures against the Democratic People’s Republic of Korea remain in force; since 1 May 2024 no expert body of the United Nations has had a mandate to watch them.',
      ],
      [
        'Sources allege that artillery shells and ballistic missiles went to the Russian Federation',
        { claim: 'c-04' },
        { claim: 'c-05' },
        '. If the claims hold, the transfers were prohibited, on grounds that include ',
        { provision: 'S/RES/1874(2009) OP9' },
        '. The Russian Federation denies them',
        { claim: 'c-06' },
        '.',
      ],
      [
        'A figure of around 50 ',
        { emphasis: 'attacks' },
        { claim: 'c-01' },
        ' stands beside a figure of around 50 ',
        { emphasis: 'missiles' },
        { claim: 'c-03' },
        '. They are not the same thing, and this report does not treat them as such.',
      ],
    ],
    regimes: [SAMPLE_REGIME],
    law: { held: [SAMPLE_REGIME.name], notHeld: [] },
    comparisons: SAMPLE_COMPARISONS,
    contested: [
      [
        'Whether more than three million shells or about half a million were sent',
        { claim: 'c-04' },
        { claim: 'c-05' },
        '.',
      ],
      ['Whether any transfer took place: the Russian Federation denies it', { claim: 'c-06' }, '.'],
    ],
    singleSource: [
      ['That six oblasts were struck', { claim: 'c-01' }, ': only the prosecutors say so, through one newspaper.'],
    ],
    drift: [
      ['From missiles to attacks: the number 50 appears with both nouns', { claim: 'c-01' }, { claim: 'c-03' }, '.'],
    ],
    checks: [
      {
        claim: 'c-07',
        statement: 'the renewal was vetoed on 28 March 2024',
        relation: 'agrees',
        fact: 'S/2024/255 was not adopted on 28 March 2024: 13 in favour, 1 against, 1 abstaining',
        reference: 'S/2024/255',
        source: 'https://press.un.org/en/2024/sc15648.doc.htm',
        evidence: 'seen',
      },
      {
        claim: 'c-08',
        statement: 'the Panel was created in 2006',
        relation: 'contradicts',
        fact: 'the Panel was created on 12 June 2009',
        reference: 'S/RES/1874(2009) OP26',
        source: '',
        evidence: 'recalled',
      },
    ],
    findings: [TRANSFER, USE],
    proposed: [],
    leads: [],
    unbound: [
      {
        finding: 'f-9',
        title: 'Port call of a vessel at Rajin',
        replies: [
          {
            party: 'The owner of the vessel',
            sent: '2024-11-10',
            deadline: null,
            received: null,
            text: null,
            act: 'a-42',
            by: 'Min-seo Park',
            at: '2024-11-10T09:00:00.000Z',
            stance: null,
            state: 'awaited',
          },
        ],
        challenges: [],
        corrections: [],
        recommendations: [],
      },
    ],
    recommendations: [
      {
        text: 'That the Committee publish the container counts that Member States have given it, with their dates.',
        addressee: '1718 Committee',
        priority: 'high',
      },
    ],
    map: {
      title: 'Places named by the sources',
      places: [
        { name: 'Rajin', longitude: 130.3, latitude: 42.24, note: 'port of loading' },
        { name: 'Dunay', longitude: 132.32, latitude: 42.89, note: 'port of discharge' },
        { name: 'Tikhoretsk', longitude: 40.13, latitude: 45.86, note: 'ammunition depot' },
        { name: 'Kharkiv', longitude: 36.23, latitude: 49.99, note: 'debris found' },
      ],
      routes: [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
      whole: ['Ukraine'],
      unplaced: ['the old arsenal'],
    },
    claims: SAMPLE_CLAIMS,
    sources: [
      {
        id: 'daily',
        name: 'The Daily Courier',
        kind: 'newsroom',
        reliability: 'B',
        reason: 'corrects its errors in public',
      },
      { id: 'wire', name: 'A wire service', kind: 'newsroom', reliability: 'B' },
      {
        id: 'us-state',
        name: 'United States Department of State',
        kind: 'state-organ',
        reliability: 'C',
        reason: 'a party to the matter',
      },
      {
        id: 'rok-mnd',
        name: 'Ministry of National Defence of the Republic of Korea',
        kind: 'state-organ',
        reliability: 'C',
      },
      {
        id: 'ru-mfa',
        name: 'Ministry of Foreign Affairs of the Russian Federation',
        kind: 'state-organ',
        reliability: null,
      },
    ],
    documents: SAMPLE_DOCUMENTS,
    refused: [
      { file: 'annex/photos.docx', reason: 'it unpacks to more than 200 MB, which no document of text does' },
      { file: '../outside.txt', reason: 'its path leads out of the dossier' },
    ],
    unread: [],
    counts: {
      documents: SAMPLE_DOCUMENTS.length,
      claims: SAMPLE_CLAIMS.length,
      unreviewed: SAMPLE_CLAIMS.length,
      claimants: 5,
      refused: 2,
      unread: 0,
      partlyRead: 0,
    },
    screening: {
      asked: 12,
      lists: [{ name: 'un-sc', document: 'sha256:00', version: '2024-11-01' }],
      hits: [
        {
          query: 'Ocean Maritime Management',
          entityId: 'un-KPe.020',
          caption: 'OCEAN MARITIME MANAGEMENT COMPANY, LIMITED (OMM)',
          score: 0.94,
          match: true,
          reasons: ['all words of the name', 'legal form left out'],
          claims: ['c-05'],
          listAge: null,
          decision: 'decided: not the one asked for (Min-seo Park, 2024-11-20: another year of birth)',
        },
      ],
    },
    record: {
      origin: 'standing-panel/5f0c1d2e',
      checkpoint:
        'standing-panel/5f0c1d2e\n214\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— standing-panel/5f0c1d2e Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n',
      vkey: 'standing-panel/5f0c1d2e+2f8b6a1c+AbCdEfGhIjKlMnOpQrStUvWxYz0123456789ABCDEFGH',
      acts: 214,
      versions: [
        { name: 'standing-panel', version: '0.1.0' },
        { name: 'claim extractor', version: '1' },
      ],
    },
  };
}
