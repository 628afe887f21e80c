/**
 * An empty database with its tables, as the build prepared it (scripts/empty-cluster.mjs): to copy it takes a tenth of the time of making
 * one. An installed package has lost the folders that were empty, and the database does not start without them: they are named beside it.
 */
export type PreparedCluster = { readonly files: string; readonly folders: readonly string[] };
