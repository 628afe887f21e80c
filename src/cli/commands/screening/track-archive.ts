import type { Command } from 'commander';
import type { Outline } from '../../../app/tracks/track-archive.ts';
import { formatTable, printAnswer, printHint, printJsonLines } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { UsageError } from '../../usage.ts';

const DATABASE =
  'an archive on a ClickHouse server, as clickhouse://user@host:8123/database; PANEL_TRACKS_DATABASE in the environment says it for all';

/** Takes the address of an archive, which may hold a password and is kept nowhere. */
export function takeTracksDatabase(command: Command): Command {
  return command.option('--tracks-database <url>', DATABASE);
}

type ArchiveOptions = { tracksDatabase?: string; json?: boolean };
type OutlineOptions = ArchiveOptions & {
  kind?: string;
  ports?: string;
  from?: string;
  to?: string;
  set?: string[];
};

/** Archives of positions on a server: what is put there, and what it finds by itself. */
export function addArchive(tracks: Command): void {
  takeTracksDatabase(
    tracks
      .command('archive <file...>')
      .description('put the reports of track files into an archive, which "detect --tracks-database" reads')
      .option('--json', 'the answer as JSON lines'),
  ).action(async (files: string[], options: ArchiveOptions) => {
    const { archiveTracks } = await import('../../../app/tracks/track-archive.ts');
    const progress = terminalProgress({ quiet: options.json === true });
    const archived = await archiveTracks({ files, database: addressOf(options), progress });
    if (options.json) return printJsonLines(archived);
    for (const { file, positions, statics, skipped } of archived) {
      printAnswer(`${file}: ${positions} positions, ${statics} reports of identity alone`);
      for (const { why, count, firstRow } of skipped)
        printHint(`${file}: ${count} rows skipped, the first on line ${firstRow}: ${why}`);
    }
  });
  takeTracksDatabase(
    tracks
      .command('outline')
      .description('ask an archive which numbers met, fell silent or called at ports, and when; its reports stay there')
      .option('--kind <kinds>', 'encounter, gap, port-call, with commas between (default: all three)')
      .option('--ports <csv>', 'ports of your own: id,name,country,lat,lon')
      .option('--from <time>', 'positions from this time on')
      .option('--to <time>', 'positions up to this time')
      .option('--set <name=value...>', 'thresholds of your own ("panel tracks thresholds" lists them)')
      .option('--json', 'the answer as JSON lines'),
  ).action(async (options: OutlineOptions) => {
    const { outlineTracks } = await import('../../../app/tracks/track-archive.ts');
    const { ports, from, to, set = [] } = options;
    const kinds = (options.kind ?? '').split(',').filter((kind) => kind !== '');
    const outlines = await outlineTracks({ database: addressOf(options), kinds, ports, from, to, set });
    if (options.json) return printJsonLines(outlines);
    if (outlines.length > 0) printAnswer(outlineTable(outlines));
    printHint(
      `${outlines.length} outlines; they take several ships of one number for one: ask "panel tracks detect" for their time`,
    );
  });
}

/** The address that was given, or that of the environment. */
export function archiveAddress({ tracksDatabase }: ArchiveOptions): string | undefined {
  return tracksDatabase ?? (process.env.PANEL_TRACKS_DATABASE || undefined);
}

function addressOf(options: ArchiveOptions): string {
  const address = archiveAddress(options);
  if (address === undefined)
    throw new UsageError('say which archive: --tracks-database clickhouse://user@host:8123/database');
  return address;
}

function outlineTable(outlines: readonly Outline[]): string {
  return formatTable(outlines, [
    { heading: 'from', text: ({ from }) => from },
    { heading: 'to', text: ({ to }) => to },
    { heading: 'kind', text: ({ kind }) => kind },
    { heading: 'mmsi', text: ({ mmsis }) => mmsis.join(' ') },
    { heading: 'latitude', right: true, text: ({ lat }) => lat.toFixed(4) },
    { heading: 'longitude', right: true, text: ({ lon }) => lon.toFixed(4) },
  ]);
}
