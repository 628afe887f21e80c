import { readMethodStatement } from '../../src/report/model/method.ts';
import type { ReportFinding, ReportModel } from '../../src/report/model/model.ts';
import { SAMPLE_REGIME } from './sample-regime.ts';
import { SAMPLE_CLAIMS, SAMPLE_COMPARISONS, SAMPLE_DOCUMENTS } from './sample-sources.ts';

const ground = (provision: string, text: string, since: string, evidence: 'seen' | 'recalled') => ({
  provision,
  effect: 'prohibited' as const,
  since,
  text,
  evidence,
});

const TRANSFER: ReportFinding = {
  id: 'f-1',
  regime: 'un-1718',
  made: null,
  review: 'accepted',
  reviewedBy: { act: 'a-40', by: 'Min-seo Park', at: '2024-11-28T09:00:00.000Z', reason: null },
  unseen: [],
  title: 'Transfer of ballistic missiles and artillery shells to the Russian Federation',
  allegation: {
    act: 'supply',
    goods: 'ballistic missiles and artillery shells',
    from: 'KP',
    to: 'RU',
    period: { from: '2023-12-30', to: '2024-12-01' },
    inference: null,
  },
  claims: ['c-04', 'c-05', 'c-06'],
  elements: [
    { text: 'The items are arms or related materiel', state: 'asserted', claims: ['c-04', 'c-05'] },
    {
      text: 'They are of the origin of the Democratic People’s Republic of Korea',
      state: 'asserted',
      claims: ['c-03'],
    },
    { text: 'They reached the Russian Federation', state: 'disputed', claims: ['c-01', 'c-06'] },
    { text: 'The day of a transfer and the vessel or train are identified', state: 'open', claims: [] },
  ],
  activity: { date: '2023-12-30', act: 'supply', goods: { name: 'ballistic missile' }, from: 'KP', to: 'RU' },
  assessment: {
    verdict: 'prohibited',
    grounds: [
      ground(
        'S/RES/1718(2006) OP8(b)',
        'The DPRK shall not export heavy conventional arms and missiles, and no State shall procure them from it.',
        '2006-10-14',
        'recalled',
      ),
      ground(
        'S/RES/1874(2009) OP9',
        'The ban on exports covers all arms and related materiel.',
        '2009-06-12',
        'recalled',
      ),
      ground(
        'S/RES/2270(2016) OP6',
        'Small arms and light weapons are covered in both directions.',
        '2016-03-02',
        'seen',
      ),
    ],
    exemptions: [
      {
        provision: 'S/RES/2397(2017) OP25',
        how: 'by-approval',
        text: 'The Committee may exempt an activity case by case.',
        met: false,
      },
    ],
    considered: [
      {
        provision: 'S/RES/2270(2016) OP8',
        reason: 'covers items other than arms that could contribute to operational capabilities; the goods are arms.',
      },
    ],
    monitor: { committee: '1718 Committee', panel: 'Panel of Experts (S/RES/2680(2023))', outsideUn: [] },
  },
  changes: [
    { date: '2024-05-01', verdict: 'prohibited', monitor: { committee: '1718 Committee', panel: null, outsideUn: [] } },
    {
      date: '2024-10-16',
      verdict: 'prohibited',
      monitor: { committee: '1718 Committee', panel: null, outsideUn: ['Multilateral Sanctions Monitoring Team'] },
    },
  ],
  status: 'contested',
  statusReason: 'Two sources assert it and one denies it; the two are not shown to be independent of each other.',
  dissents: [
    {
      by: 'the Ministry of Foreign Affairs of the Russian Federation',
      text: 'it denies that any weapons were received.',
      claim: 'c-06',
    },
  ],
  discussion: [
    [
      'No document of this dossier gives a day of transfer. The containers that ',
      { claim: 'c-05' },
      ' speaks of were counted, their content was not.',
    ],
  ],
  replies: [
    {
      party: 'The Permanent Mission of the Russian Federation',
      sent: '2024-11-04',
      deadline: '2024-11-25',
      received: null,
      text: null,
      act: 'a-40',
      by: 'Min-seo Park',
      at: '2024-11-04T09:00:00.000Z',
      stance: null,
      state: 'overdue',
    },
    {
      party: 'The Permanent Mission of the Democratic People’s Republic of Korea',
      sent: '2024-11-04',
      deadline: '2024-11-25',
      received: '2024-11-20',
      text: 'The Mission rejects these groundless claims.\n\nNo weapon was sent.',
      act: 'a-41',
      by: 'Min-seo Park',
      at: '2024-11-20T09:00:00.000Z',
      stance: 'denies',
      state: 'received',
    },
  ],
  challenges: [
    {
      from: 'A former member of the Panel',
      date: '2024-11-22',
      text: 'The date given is that of the debris, not of a transfer.',
      assessment: 'The wording was made clearer; what is alleged stays as it is',
      credibility: '4',
      act: 'a-43',
      by: 'Tomás Ferreira',
      at: '2024-11-23T09:00:00.000Z',
    },
  ],
  corrections: [
    {
      text: 'The debris was examined in January 2024',
      reason: 'A first version said December 2023',
      act: 'a-44',
      by: 'Tomás Ferreira',
      at: '2024-11-24T09:00:00.000Z',
    },
  ],
  recommendations: [
    {
      text: 'Publish the numbers of the components that were found in the debris',
      addressee: 'Member States that hold debris',
      priority: 'high',
      act: 'a-45',
      by: 'Tomás Ferreira',
      at: '2024-11-24T10:00:00.000Z',
    },
  ],
};

const USE: ReportFinding = {
  ...TRANSFER,
  id: 'f-2',
  title: 'Use of missiles of North Korean make against Ukraine',
  allegation: {
    ...TRANSFER.allegation,
    goods: 'ballistic missiles',
    inference: 'arms of the make of one State that are used by another were transferred',
  },
  claims: ['c-01', 'c-02', 'c-03'],
  elements: TRANSFER.elements.slice(0, 2),
  status: 'single-source',
  statusReason: 'All claims count as one origin until their independence is shown.',
  dissents: [],
  discussion: [],
  changes: [],
  replies: [],
  challenges: [],
  corrections: [],
  recommendations: [],
  made: {
    act: 'a-39',
    by: 'Tomás Ferreira',
    at: '2024-11-02T09:00:00.000Z',
    reason: 'three claims on one strike',
    adopts: null,
  },
};

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
