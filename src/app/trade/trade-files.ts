import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Regime } from '../../regime/model/regime.ts';
import type { FileReading } from '../../trade/reading/file-reading.ts';
import { NAMED_ROLES, type NamedColumns } from '../../trade/reading/named-columns.ts';
import { readTradeFile } from '../../trade/reading/read-file.ts';
import { loadTradeTerms, type TradeTerms } from '../../trade/terms/terms.ts';
import { shippedFigures } from '../derivation/trade/shipped-figures.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';

export type TradeRequest = {
  readonly regime: string;
  readonly files: readonly string[];
  readonly flow: 'import' | 'export' | null;
  /** Rows between other States too. */
  readonly all?: boolean;
  /** What the columns of tables in no known form are, as `HEADING=ROLE` or `HEADING=quantity:UNIT`. */
  readonly columns?: readonly string[];
};

export type TradeFiles = {
  readonly regime: Regime;
  readonly terms: TradeTerms;
  readonly readings: readonly FileReading[];
};

/** Reads files of trade figures, each as a stream. @throws AppError `unreadable`, TradeError */
export async function readTradeFiles(request: TradeRequest): Promise<TradeFiles> {
  const regime = loadKnownRegime(request.regime);
  const terms = loadTradeTerms(regime);
  const readings: FileReading[] = [];
  const columns = request.columns === undefined ? [] : [namedColumns(request.columns)];
  const paths = request.files.map((file) => pathOf(regime, file));
  for (const [at, path] of paths.entries()) {
    checkFile(path);
    const source = {
      name: path === request.files[at] ? nameOf(paths, at) : (request.files[at] ?? ''),
      open: () => createReadStream(path),
    };
    readings.push(
      await readTradeFile(source, { terms, flow: request.flow, keep: request.all ? 'all' : 'target', columns }),
    );
  }
  return { regime, terms, readings };
}

/** @throws AppError `bad-option` */
function namedColumns(words: readonly string[]): NamedColumns {
  const named = words.map((word) => {
    const equals = word.lastIndexOf('=');
    const [role = '', unit = ''] = word.slice(equals + 1).split(':');
    if (equals < 1 || !(NAMED_ROLES as readonly string[]).includes(role))
      throw new AppError(
        'bad-option',
        `"${word.slice(0, 80)}": write HEADING=ROLE, such as "Month=date" or "Menge=quantity:tonnes"; the roles are ${NAMED_ROLES.join(', ')}`,
        { place: '--column' },
      );
    return { heading: word.slice(0, equals), role, unit };
  });
  return {
    headings: named.map(({ heading }) => heading),
    roles: named.map(({ role }) => role),
    units: named.map(({ unit }) => unit),
  };
}

/** `notified:petroleum` stands for a file that ships with the regime. @throws AppError `unreadable` */
function pathOf(regime: Regime, file: string): string {
  if (!/^notified:[a-z-]+$/.test(file)) return file;
  const known = shippedFigures(regime);
  const found = known.find(({ id }) => id === file);
  if (found !== undefined) return found.path;
  throw new AppError(
    'unreadable',
    `the regime has no such figures; it has ${known.map(({ id }) => id).join(', ') || 'none'}`,
    { place: file },
  );
}

function checkFile(path: string): void {
  let isFile: boolean;
  try {
    isFile = statSync(path).isFile();
  } catch (cause) {
    throw new AppError('unreadable', 'the file cannot be read; check its name', { place: path, cause });
  }
  if (!isFile) throw new AppError('unreadable', 'this is a folder; name the files in it', { place: path });
}

/** A file by its own name, or by its path where two of one name are given. */
function nameOf(paths: readonly string[], at: number): string {
  const path = paths[at] ?? '';
  const name = basename(path);
  return paths.filter((other) => basename(other) === name).length > 1 ? path : name;
}
