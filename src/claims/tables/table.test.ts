import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

const PROSE =
  '<p>The team looked into the voyages of the year. It set out what it knew of them in the table, and it will go on doing so.</p>';

async function claimsIn(...tables: string[]): Promise<Claim[]> {
  const page = `<!doctype html><html><body><article><h1>Annex</h1>${PROSE}${tables.join(PROSE)}</article></body></html>`;
  const layer = await readTextLayer(Buffer.from(page), { name: 'annex.html' });
  const source = { name: 'Sea Team', kind: 'ngo' } as const;
  const claims = extractClaims(layer, { source, published: '2024-03-29' });
  for (const { quote, start, end } of claims) expect(layer.text.slice(start, end)).toBe(quote);
  return claims.filter(({ quote }) => !quote.includes('set out what it knew') && !quote.includes('looked into'));
}

const table = (title: string, ...rows: string[]) =>
  `<h2>${title}</h2><table>${rows
    .map((row, i) => {
      const tag = i === 0 ? 'th' : 'td';
      return `<tr>${row
        .split('|')
        .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
        .join('')}</tr>`;
    })
    .join('')}</table>`;

describe('a row under telling headings', () => {
  test.each([
    ['2023-05-01', '2023-05-01', '2023-05-01'],
    ['2023-05-01 14:30', '2023-05-01', '2023-05-01'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02-30', null, null],
    ['05/06/2023', null, null],
  ])('is dated as sheets write their days: %s', async (cell, from, to) => {
    const [claim] = await claimsIn(
      table('Voyages', 'Date | Exporter | Importer | Goods | Tonnes', `${cell} | Latvia | Chad | coal | 40`),
    );
    expect(claim?.when).toEqual({ from, to, raw: cell });
  });

  test('is a claim of whose document it is, with the row as its passage', async () => {
    const [claim, ...rest] = await claimsIn(
      table(
        'Voyages',
        'Date | Vessel | Supplying State | Importer | Goods | Quantity (barrels) | Port of discharge',
        '12 March 2023 | Amber Star | Latvia | Chad | gasoil | approx. 4,000 | Nampo',
      ),
    );
    expect(rest).toEqual([]);
    expect(claim).toMatchObject({
      quote: '12 March 2023\tAmber Star\tLatvia\tChad\tgasoil\tapprox. 4,000\tNampo',
      claimant: { name: 'Sea Team', kind: 'ngo' },
      relay: [],
      polarity: 'asserts',
      modality: 'states',
      speech: 'own-voice',
      predicate: 'transferred',
      roles: { agent: ['Latvia'], recipient: ['Chad'], object: ['gasoil'], vessel: ['Amber Star'] },
      quantities: [
        {
          counts: 'gasoil',
          unit: 'barrel',
          qualifier: 'about',
          low: '3200',
          high: '4800',
          raw: 'approx. 4,000',
          window: { from: '2023-03-12', to: '2023-03-12' },
        },
      ],
      when: { from: '2023-03-12', to: '2023-03-12', raw: '12 March 2023' },
      where: ['Nampo'],
    });
  });

  test('keeps its columns where cells are empty, and what reaches down from above', async () => {
    const page = `<h2>Arms</h2><table><tr><td>Exporter</td><td>Importer</td><td>Item</td><td>Number</td><td>Year</td></tr>
      <tr><td>Latvia</td><td>Chad</td><td>rifles</td><td>400</td><td rowspan="2">2022</td></tr>
      <tr><td></td><td>Togo</td><td>drones</td><td>12</td></tr></table>`;
    const claims = await claimsIn(page);
    expect(claims.map(({ roles, quantities, when }) => [roles, quantities[0]?.raw, when.from])).toEqual([
      [{ agent: ['Latvia'], recipient: ['Chad'], object: ['rifles'] }, '400', '2022-01-01'],
      [{ recipient: ['Togo'], object: ['drones'] }, '12', '2022-01-01'],
    ]);
  });

  test.each<[string, string, string, readonly (string | undefined)[]]>([
    ['Quantity (tonnes)', '3,200', 'coal', ['exactly', '3200', 'tonne', 'coal']],
    ['Volume, MT', '3 200', 'Coal', ['exactly', '3200', 'tonne', 'coal']],
    ['Weight in kg', '40–50', 'gold', ['between', '40', 'kilogram', 'gold']],
    ['Tonnes', '90', 'coal', ['exactly', '90', 'tonne', 'coal']],
    ['Tonnes', '2005', 'coal', ['exactly', '2005', 'tonne', 'coal']],
    ['Amount', '> 500 barrels', 'diesel', ['more-than', '500', 'barrel', 'diesel']],
    ['Number', '12', 'armoured vehicles', ['exactly', '12', undefined, 'armoured vehicle']],
    ['Value (US$ million)', '3.2', 'copper', []],
    ['Value (US$)', '12,400', 'copper', ['exactly', '12400', undefined, 'USD']],
    // No unit: nobody can tell tonnes from barrels.
    ['Quantity', '3,200', 'coal', []],
    ['Quantity (tonnes)', 'n/a', 'coal', []],
    ['Quantity (tonnes)', '12 (of 40)', 'coal', []],
    ['Annual cap (tonnes)', '3,200', 'coal', []],
  ])('reads %s: %s', async (heading, cell, goods, figure) => {
    const claims = await claimsIn(
      table(
        'Trade',
        `Date | Exporter | Importer | Goods | ${heading}`,
        `May 2022 | Latvia | Chad | ${goods} | ${cell}`,
      ),
    );
    const found = claims.map(({ quantities: [q] }) => [q!.qualifier, q!.low, q!.unit, q!.counts]);
    expect(found).toEqual(figure.length === 0 ? [] : [figure]);
  });

  test.each<[string, string, string, string]>([
    ['without headings', 'Voyages', 'Latvia | 40 tonnes | Chad | May 2022', 'Malta | 90 tonnes | Togo | May 2022'],
    ['under headings that tell nothing', 'Voyages', 'A | B | C | D', 'Latvia | 40 tonnes | Chad | May 2022'],
    ['of what was planned', 'Planned deliveries', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia | 40'],
    ['of what was seized', 'Seizures of coal', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia | 40'],
    [
      "that is another's",
      'Trade as reported by Malta',
      'Date | Exporter | Quantity (tonnes)',
      'May 2022 | Latvia | 40',
    ],
    ['that is a sum', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'Total 2022 | Latvia | 40'],
    ['without a party', 'Voyages', 'Date | Quantity (tonnes) | Goods', 'May 2022 | 40 | coal'],
    ['with nobody named as the party', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | unknown | 40'],
    ['without a day and who gets it', 'Prices', 'Supplier | Product | Quantity (tonnes)', 'Latvia | coal | 40'],
    ['that was not carried out', 'Voyages', 'Date | Exporter | Tonnes | Status', 'May 2022 | Latvia | 40 | diverted'],
    ['of a licence', 'Export licences in 2022', 'Date | Exporter | Tonnes of coal', 'May 2022 | Latvia | 40'],
    ['of what failed', 'Deliveries that failed', 'Date | Exporter | Tonnes of coal', 'May 2022 | Latvia | 40'],
    ['of what was committed', 'Aid committed in 2022', 'Date | Donor | Tonnes of coal', 'May 2022 | Latvia | 40'],
    [
      'of what a ship took in',
      'Vessels that loaded coal',
      'Date | Vessel | Tonnes | Port',
      'May 2022 | Ada | 40 | Nampo',
    ],
    ['that is a sum behind its year', 'Voyages', 'Date | Exporter | Quantity (tonnes)', '2022 total | Latvia | 40'],
    ['of a year to date', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'Year to date | Latvia | 40'],
    ['of nothing', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia | 0'],
    [
      'with a remark that gives it up',
      'Voyages',
      'Date | Exporter | Tonnes | Remarks',
      'May 2022 | Latvia | 40 | charge dropped',
    ],
    [
      'with a remark against it',
      'Voyages',
      'Date | Exporter | Tonnes | Remarks',
      'May 2022 | Latvia | 40 | Not delivered',
    ],
    ['with a doubted party', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia (presumed) | 40'],
    ['with one party or another', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia or Malta | 40'],
    [
      'in a unit nobody knows',
      'Voyages',
      'Date | Exporter | Item | Number | Unit',
      'May 2022 | Latvia | shells | 40 | box',
    ],
    ['that was not verified', 'Voyages', 'Date | Exporter | Tonnes | Verified', 'May 2022 | Latvia | 40 | No'],
    ['of an average', 'Average trade a month', 'Date | Exporter | Quantity (tonnes)', '2022 | Latvia | 40'],
    ['of a bid', 'Bids for coal', 'Date | Supplier | Quantity (tonnes)', 'May 2022 | Latvia | 40'],
    [
      'of two figures in one unit',
      'Trade',
      'Date | Exporter | Reported quantity (tonnes) | Estimated quantity (tonnes)',
      'May 2022 | Latvia | 40 | 90',
    ],
    ['that points above', 'Voyages', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | ibid. | 40'],
    ['of an unclear scale', 'Voyages (thousands)', 'Date | Exporter | Quantity (tonnes)', 'May 2022 | Latvia | 40'],
    ['on an unknown word', 'Voyages', 'Date | Exporter | Tonnes | Source', 'May 2022 | Latvia | 40 | a broker'],
  ])('a row %s gives nothing', async (_, title, heads, row) => {
    expect(await claimsIn(table(title, heads, row))).toEqual([]);
  });

  test('counts by the unit beside the figure, and never by the number of the row', async () => {
    const claims = await claimsIn(
      table(
        'Voyages',
        'Number | Date | Exporter | Item | Quantity | Unit | Remarks',
        '1 | May 2022 | Latvia | coal | 40 | tonnes | Discharged at night',
        '2 | June 2022 | Malta | rifles | 12 | pieces | Presumably more',
      ),
    );
    expect(
      claims.map(({ modality, quantities }) => [modality, quantities.map((q) => [q.low, q.unit, q.counts])]),
    ).toEqual([
      ['states', [['40', 'tonne', 'coal']]],
      ['assesses', [['12', undefined, 'rifle']]],
    ]);
  });

  test('is the claim of whom a column of sources names', async () => {
    const [claim] = await claimsIn(
      table('Voyages', 'Date | From | To | Tonnes of coal | Reported by', 'June 2022 | Latvia | Chad | 40 | Japan'),
    );
    expect(claim).toMatchObject({
      claimant: { name: 'Japan', kind: 'state', country: 'JP' },
      relay: [{ name: 'Sea Team' }],
      speech: 'reported',
      roles: { agent: ['Latvia'], recipient: ['Chad'] },
      quantities: [{ counts: 'coal', unit: 'tonne', raw: '40' }],
    });
  });

  test('takes what and to whom from its title, where no column tells it', async () => {
    const title = 'Reported supply of refined petroleum products to Chad';
    const heads = 'Month | Supplier | Amount in barrels | Amount in tons';
    const [claim] = await claimsIn(table(title, heads, 'May 2023 | Latvia | 44,655.93 | 5,600'));
    expect(claim).toMatchObject({
      roles: { agent: ['Latvia'], recipient: ['Chad'], object: ['refined petroleum products'] },
      quantities: [
        { counts: 'refined petroleum product', unit: 'barrel', low: '44655.93', raw: '44,655.93' },
        { counts: 'refined petroleum product', unit: 'tonne', low: '5600', raw: '5,600' },
      ],
    });
    const [other] = await claimsIn(table(title, `${heads} | Recipient`, 'May 2023 | Latvia | 44 | 5 | Togo'));
    expect(other?.roles).toMatchObject({ agent: ['Latvia'], recipient: ['Togo'] });
    const [none] = await claimsIn(
      table('Trade', heads, 'May 2023 | Latvia | 44 | 5').replace(/<h2>.*<\/h2>/, `<p>${title} rose.</p>`),
    );
    expect(none?.roles).toEqual({ agent: ['Latvia'] });
  });

  test('stands under headings of two lines', async () => {
    const page = `<table><tr><th rowspan="2">Date</th><th colspan="2">Vessels</th><th rowspan="2">Cargo</th><th rowspan="2">Volume (MT)</th></tr>
      <tr><th>Delivering vessel</th><th>Receiving vessel</th></tr>
      <tr><td>3 May 2022</td><td>Orla</td><td>Pia Maris</td><td>gasoil</td><td>1,200</td></tr></table>`;
    const [claim] = await claimsIn(page);
    expect(claim?.roles).toEqual({ agent: ['Orla'], recipient: ['Pia Maris'], object: ['gasoil'], vessel: ['Orla'] });
  });

  test('is as firm as its headings', async () => {
    const of = async (title: string) =>
      (await claimsIn(table(title, 'Date | Exporter | Tonnes', '2022 | Latvia | 40'))).map(({ modality }) => modality);
    expect(await of('Estimated trade')).toEqual(['assesses']);
    expect(await of('Alleged trade')).toEqual(['alleges']);
  });

  test('leaves a day open that two readers would read as two', async () => {
    const claims = await claimsIn(
      table('Trade', 'Date | Exporter | Tonnes', '12/06/2022 | Latvia | 40', '12 May | Latvia | 30'),
    );
    expect(claims.map(({ when }) => when)).toEqual([
      { from: null, to: null, raw: '12/06/2022' },
      { from: null, to: null, raw: '12 May' },
    ]);
  });
});

describe('cells that hold sentences', () => {
  test('are read under a heading of events, with the time of their row, and not what others reply', async () => {
    const claims = await claimsIn(
      table(
        'Events',
        'Date | Event | Response of the State',
        '3 June 2022 | The tanker Serdar delivered 900 barrels of diesel to Nampo. | The State denies that its tanker ever delivered diesel to Nampo.',
        '5 June 2022 | In May 2022 the tanker Amber delivered 40 barrels of diesel to Nampo, the navy of Chad said. | None.',
      ),
    );
    expect(claims.map(({ claimant, quote, when }) => [claimant.name, quote.slice(0, 22), when.from, when.raw])).toEqual(
      [
        ['Sea Team', 'The tanker Serdar deli', '2022-06-03', '3 June 2022'],
        ['navy of Chad', 'In May 2022 the tanker', '2022-05-01', 'In May 2022'],
      ],
    );
  });

  test('are not read where the title gives them to somebody else', async () => {
    const event = '3 June 2022 | The tanker Serdar delivered 900 barrels of diesel to Nampo.';
    const claims = await claimsIn(table('Voyages according to Malta', 'Date | Event', event));
    expect(claims.filter(({ quote }) => quote.includes('Serdar'))).toEqual([]);
    expect(await claimsIn(table('Voyages', 'Date | Event', event))).toHaveLength(1);
  });

  test('are read where a table only lays out the page', async () => {
    const cell = '<p>Latvia sold 40 rifles to Chad in May 2022, the envoy said.</p>';
    const claims = await claimsIn(`<table><tr><td>${cell}</td></tr></table>`);
    expect(claims.map(({ claimant, roles }) => [claimant.name, roles.recipient])).toEqual([['envoy', ['Chad']]]);
  });
});
