import iconv from 'iconv-lite';
import { loadRegime } from '../../src/regime/loading/load.ts';
import { keepLedger, type Ledger } from '../../src/trade/ledger/ledger.ts';
import type { FileReading, ReadingOptions } from '../../src/trade/reading/file-reading.ts';
import { readTradeFile } from '../../src/trade/reading/read-file.ts';
import { loadTradeTerms } from '../../src/trade/terms/terms.ts';

export const regime = loadRegime('un-1718');
export const terms = loadTradeTerms(regime);

/** A file of ours, in an encoding, handed over in small pieces so that characters and rows are cut. */
export async function readMade(
  name: string,
  text: string,
  options: { encoding?: string; flow?: 'import' | 'export'; keep?: ReadingOptions['keep'] } = {},
): Promise<FileReading> {
  const bytes = iconv.encode(text, options.encoding ?? 'utf-8', {
    addBOM: options.encoding?.startsWith('utf-16') ?? false,
  });
  return await readTradeFile(
    {
      name,
      open: async function* () {
        for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61);
      },
    },
    { terms, flow: options.flow ?? null, keep: options.keep ?? 'target' },
  );
}

export const PETROLEUM = 'period,supplier,tonnes,barrels,product,as_of,source_url,note';
export const COAL = 'period,reporter,tonnes,usd,as_of,source_url,note';
export const DELIVERIES = 'date,vessel,imo,dwt,load_low,load_high,product,origin,source_url,note';

export function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

export type Asked = { provision?: string; period?: string; factors?: readonly string[]; asOf?: string };

export function ledgerOf(files: readonly FileReading[], asked: Asked = {}): Ledger {
  return keepLedger(regime, terms, files, {
    provision: asked.provision ?? 'S/RES/2397(2017) OP5',
    period: asked.period ?? '2019',
    factors: asked.factors ?? ['7.5', '8.33'],
    asOf: asked.asOf ?? null,
  });
}

/** A row of today's UN Comtrade downloads, of which only some columns matter. */
export function comtradeRow(given: Partial<Record<string, string>>): string {
  const row: Record<string, string> = { ...COMTRADE_ROW, ...given } as Record<string, string>;
  return COMTRADE_COLUMNS.map((column) => (row[column]?.includes(',') ? `"${row[column]}"` : (row[column] ?? ''))).join(
    ',',
  );
}

const COMTRADE_ROW = {
  typeCode: 'C',
  freqCode: 'M',
  period: '201903',
  reporterCode: '643',
  reporterISO: 'RUS',
  reporterDesc: 'Russian Federation',
  flowCode: 'X',
  partnerCode: '408',
  partnerISO: 'PRK',
  partnerDesc: "Dem. People's Rep. of Korea",
  partner2Code: '0',
  classificationCode: 'H5',
  cmdCode: '271019',
  customsCode: 'C00',
  motCode: '0',
  qtyUnitCode: '8',
  isQtyEstimated: 'False',
  isNetWgtEstimated: 'False',
  netWgt: '1000000',
  primaryValue: '500000',
};
export const COMTRADE_COLUMNS = [
  'typeCode',
  'freqCode',
  'refYear',
  'refMonth',
  'period',
  'reporterCode',
  'reporterISO',
  'reporterDesc',
  'flowCode',
  'partnerCode',
  'partnerISO',
  'partnerDesc',
  'partner2Code',
  'classificationCode',
  'cmdCode',
  'cmdDesc',
  'customsCode',
  'motCode',
  'qtyUnitCode',
  'qty',
  'isQtyEstimated',
  'altQtyUnitCode',
  'altQty',
  'netWgt',
  'isNetWgtEstimated',
  'primaryValue',
];
export const COMTRADE = COMTRADE_COLUMNS.join(',');
