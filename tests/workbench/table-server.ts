import { type DatabaseServer, hasDatabaseServer, startDatabaseServer } from '../store/database-server.ts';

/** Where the tables of a served workspace lie; on a server only where one is installed. */
export const ENGINES = hasDatabaseServer ? (['embedded', 'server'] as const) : (['embedded'] as const);

/** The options that put the tables on a server of its own, and how to end that; none for the embedded engine. */
export async function tablesOn(
  engine: 'embedded' | 'server',
): Promise<{ readonly options: readonly string[]; stop(): Promise<void> }> {
  if (engine === 'embedded') return { options: [], stop: async () => {} };
  const server: DatabaseServer = await startDatabaseServer();
  return { options: ['--database', server.newDatabase('workbench')], stop: () => server.stop() };
}
