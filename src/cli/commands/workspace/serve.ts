import { type Command, Option } from 'commander';
import { printAnswer, printHint, printJson } from '../../output.ts';
import { terminalProgress } from '../../progress.ts';
import { openLists, openWorkspace, serveUntilStopped } from '../../serving.ts';
import { parseCount, UsageError } from '../../usage.ts';
import { takeDatabase, takeJson } from '../../workspace-option.ts';

type Options = {
  workspace?: string;
  list?: string[];
  port: string;
  host: string;
  socket?: string;
  openScreening?: boolean;
  publish?: string;
  mirror?: string;
  tiles?: string;
  json?: boolean;
};

const DEFAULT_WORKSPACE = 'panel-workspace';

export function addCommand(program: Command): void {
  const command = program
    .command('serve')
    .description('the workbench of a workspace on this machine, and the screening service over its lists')
    .option('--workspace <dir>', 'the workspace to serve; what is screened is logged in it (default: panel-workspace)')
    .option('--list <file...>', 'list files to screen against; without --workspace they are served alone, unlogged')
    .option('--port <n>', 'where to listen', '1718')
    .option('--host <address>', 'which loopback address to listen on', '127.0.0.1')
    .addOption(
      new Option('--socket <path>', 'listen on this Unix socket, which you alone may open, and on no port').conflicts([
        'port',
        'host',
      ]),
    )
    .option(
      '--open-screening',
      'let every program of this machine screen against a workspace, and so log in it, without its token',
    )
    .option('--publish <place>', 'the folder or address that the page Record publishes the log to')
    .option('--mirror <place>', 'the folder or store that the page Record keeps a full copy in')
    .option('--tiles <file>', 'a map of your own (PMTiles) that the page Ships draws under the tracks');
  takeDatabase(takeJson(command)).action(async (options: Options) => {
    const port = parseCount(options.port, '--port');
    if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`);
    const { refuseHost } = await import('../../../server/serve.ts');
    const refused = refuseHost(options.host);
    if (refused !== undefined) throw new UsageError(refused);
    const { list: lists = [], host } = options;
    const workspace = options.workspace ?? (options.list === undefined ? DEFAULT_WORKSPACE : undefined);
    if (workspace === undefined && (options.publish !== undefined || options.mirror !== undefined))
      throw new UsageError('--publish and --mirror are about a workspace: name it with --workspace');
    if (workspace === undefined && options.tiles !== undefined)
      throw new UsageError('--tiles is about a workspace: name it with --workspace');
    const progress = terminalProgress({ quiet: options.json === true });
    const places = { publication: options.publish ?? null, copy: options.mirror ?? null };
    const opened =
      workspace === undefined
        ? await openLists(lists, progress)
        : await openWorkspace({
            workspace,
            command: 'panel serve',
            lists,
            places,
            tiles: options.tiles,
            create: true,
            progress,
          });
    progress.done();
    const { socket, openScreening } = options;
    await serveUntilStopped(opened, { host, port, socket, openScreening }, ({ address, url }) => {
      const token = url === null ? null : new URL(url).searchParams.get('token');
      if (options.json) printJson({ address, workspace: workspace ?? null, url, token });
      else printAnswer(socket === undefined ? (url ?? address) : address);
      printHint(
        url === null
          ? 'Ctrl-C ends.'
          : 'Whoever has this address, or the token in it, can read this workspace and act in it. Ctrl-C ends.',
      );
    });
  });
}
