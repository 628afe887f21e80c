// ClickHouse's own engine (chdb) behind its HTTP interface, as far as the program asks it: a statement in the body, or in `query` with rows in
// the body; settings in the address. For the long tests, and for a try of `--tracks-database` without a server: npm ci in this folder, then
// node server.mjs [FOLDER]. It listens on the loopback interface, prints its address, and ends with its input.
import { createServer } from 'node:http';
import { Session } from 'chdb';

const NO_SETTINGS = new Set(['query', 'database', 'wait_end_of_query']);
const session = new Session(process.argv[2]);
session.query('create database if not exists tracks');
session.query('use tracks');

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const { searchParams } = new URL(request.url, 'http://localhost');
  try {
    for (const [name, value] of searchParams)
      if (!NO_SETTINGS.has(name)) session.query(`set ${name} = '${value.replaceAll("'", "''")}'`);
    const query = searchParams.get('query');
    response.end(session.query(query === null ? body : `${query}\n${body}`));
  } catch (error) {
    response.statusCode = 500;
    response.end(`${error.message}\n`);
  }
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`clickhouse://127.0.0.1:${server.address().port}/tracks\n`));
process.stdin.resume().once('end', () => {
  server.close();
  server.closeAllConnections();
  session.cleanup();
});
