import { testData } from './data.ts';
import { logicV2 } from './peers/logic-v2.ts';
import type { Peer } from './peers/peer.ts';
import { type Figure, figuresOf } from './peers/sets.ts';
import { standingPanel } from './peers/standing-panel.ts';
import { watchman } from './peers/watchman.ts';

/**
 * The same names put to this program and to its peers, as a table. A peer takes part when the environment names it:
 * PANEL_PEER_NOMENKLATURA a Python in which nomenklatura is installed, PANEL_PEER_WATCHMAN the program of Watchman's server.
 */
const data = testData();
if (data === undefined) {
  console.error('No test data: set PANEL_TEST_DATA to the folder that holds data/names and data/lists.');
  process.exit(2);
}
const { PANEL_PEER_NOMENKLATURA: python, PANEL_PEER_WATCHMAN: server } = process.env;
const peers: readonly Peer[] = [
  standingPanel,
  ...(python === undefined ? [] : [logicV2(python)]),
  ...(server === undefined ? [] : [watchman(server)]),
];
if (peers.length === 1) console.error('No peer: set PANEL_PEER_NOMENKLATURA, PANEL_PEER_WATCHMAN or both.');
const columns: Figure[][] = [];
for (const peer of peers) columns.push(await figuresOf(peer, data, (text) => console.error(text)));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
console.log(row(['', ...peers.map(({ name, isHelped }) => (isHelped ? `${name} (helped)` : name))]));
console.log(row(['---', ...peers.map(() => '---')]));
columns[0]?.forEach(({ label }, i) => {
  console.log(row([label, ...columns.map((figures) => figures[i]?.value ?? '')]));
});
