import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The limit: Node's own server, which answers given bytes by their address and does nothing else. `bare.ts FILE` */
const answers = new Map<string, Buffer>(
  (JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as [string, string][]).map(([question, text]) => [
    question,
    Buffer.from(text),
  ]),
);

const server = createServer((request, response) => {
  const bytes = answers.get(request.url ?? '') ?? Buffer.alloc(0);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
