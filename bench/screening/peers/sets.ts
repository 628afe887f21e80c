import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLists, loadReduced, readCsv, reducedXml, UN_LIST } from '../data.ts';
import { recallOf } from '../quality.ts';
import type { Peer, PeerAnswers, PeerList, PeerQuestion } from './peer.ts';

/** A row of the table: what a program reached. */
export type Figure = { readonly label: string; readonly value: string };

/** Names whose answer is known, with the list they are put to. */
type NameSet = {
  readonly label: string;
  list(): PeerList;
  readonly questions: readonly PeerQuestion[];
  /** Names within the set that are told apart. */
  readonly part?: { readonly label: string; readonly keys: ReadonlySet<string> };
};

function nameSets(data: string): NameSet[] {
  const names = (file: string): string => join(data, 'names', file);
  const asked = (set: string): PeerQuestion[] => {
    const expected = new Map(readCsv(names(`${set}.expect.csv`)).map((row) => [row.id, row.entityId ?? '']));
    return readCsv(names(`${set}.csv`)).map(({ id = '', name = '', schema = '' }) => ({
      key: id,
      name,
      schema,
      expected: expected.get(id) ?? '',
    }));
  };
  const reduced = (set: string) => (): PeerList => ({
    xml: reducedXml(data, `${set}.remove.csv`),
    entities: loadReduced(data, `${set}.remove.csv`),
  });
  const ofKorea = readCsv(names('alias-loo-dev.expect.csv')).filter((row) => row.kp === 'yes');
  return [
    {
      label: 'aliases left out',
      list: reduced('alias-loo-dev'),
      questions: asked('alias-loo-dev'),
      part: { label: 'the same, DPRK entries', keys: new Set(ofKorea.map((row) => row.id ?? '')) },
    },
    { label: 'original script', list: reduced('script-dev'), questions: asked('script-dev') },
    {
      label: 'Korean forms',
      list: () => ({ xml: readFileSync(join(data, 'lists', UN_LIST), 'utf8'), entities: loadLists(data, [UN_LIST]) }),
      questions: readCsv(names('korean-forms-dev.csv')).map(({ form = '', entityId = '' }, i) => ({
        key: `k${i}`,
        name: form,
        schema: entityId.includes('KPi') ? 'Person' : 'Organization',
        expected: entityId,
      })),
    },
  ];
}

function negatives(data: string): PeerQuestion[] {
  return ['negatives-dev.csv', 'hard-negatives-dev.csv'].flatMap((file) =>
    readCsv(join(data, 'names', file)).map(({ id = '', name = '', schema = '' }) => ({ key: `-${id}`, name, schema })),
  );
}

/** Puts every set to a program and tells what it reached, in the order of the rows. */
export async function figuresOf(peer: Peer, data: string, tell: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  const put = (label: string, value: number | null, digits = 3): void => {
    figures.push({ label, value: value === null ? '' : value.toFixed(digits) });
  };
  put('`cases.csv` F1 at 0.70', peer.scoresPairs ? await pairF1(peer, data) : null);
  const others = negatives(data);
  let cut = 0;
  let cpuMs = 0;
  for (const [at, set] of nameSets(data).entries()) {
    tell(`${peer.name}: ${set.label}`);
    const answers = await peer.ask(set.list(), at === 0 ? [...set.questions, ...others] : set.questions);
    if (at === 0) {
      cut = cutOf(others, answers);
      cpuMs = answers.cpuMs;
      put('cut at 1 % false positives', cut);
    }
    const parts = [{ label: set.label, keys: undefined }, ...(set.part === undefined ? [] : [set.part])];
    for (const part of parts) {
      const questions = set.questions.filter(({ key }) => part.keys === undefined || part.keys.has(key));
      const { at1, at1Percent } = recallOf(
        questions.map(({ key, expected = '' }) => ({ expected, hits: answers.hits.get(key) ?? [] })),
        cut,
      );
      put(`${part.label}, recall@1`, at1);
      put(`${part.label}, recall at 1 %`, at1Percent);
    }
    if (at === 0)
      put(
        'hard negatives at or above 0.70',
        others.filter(
          ({ key }) => /^-d[ka]n/.test(key) && (answers.hits.get(key) ?? []).some(({ score }) => score >= 0.7),
        ).length,
        0,
      );
  }
  put('processor time a name, ms', cpuMs, 2);
  return figures;
}

async function pairF1(peer: Peer, data: string): Promise<number> {
  const rows = readCsv(join(data, 'names/cases.csv'));
  const questions = rows.map(({ schema = '', name1 = '', name2 = '' }, i) => ({
    key: `p${i}`,
    name: name1,
    pair: name2,
    schema,
  }));
  const { hits } = await peer.ask({ xml: '', entities: [] }, questions);
  let [both, said, is] = [0, 0, 0];
  rows.forEach((row, i) => {
    const match = (hits.get(`p${i}`)?.[0]?.score ?? 0) >= 0.7;
    if (match) said++;
    if (row.is_match === 'true') is++;
    if (match && row.is_match === 'true') both++;
  });
  return (2 * both) / Math.max(1, said + is);
}

/** The score that one in a hundred of the names on no list exceeds. */
function cutOf(others: readonly PeerQuestion[], answers: PeerAnswers): number {
  const best = others
    .map(({ key }) => Math.max(0, ...(answers.hits.get(key) ?? []).map(({ score }) => score)))
    .sort((a, b) => b - a);
  return best[Math.floor(best.length / 100)] ?? 0;
}
