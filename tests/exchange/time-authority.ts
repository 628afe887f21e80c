import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A time-stamping authority of OpenSSL's, with a root of its own. */
export type TimeAuthority = { readonly roots: string; reply(query: Uint8Array): Buffer };

export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
}

export function timeAuthority(dir: string, usage = 'critical,timeStamping'): TimeAuthority {
  mkdirSync(dir, { recursive: true });
  const openssl = (...args: string[]): void => {
    const done = spawnSync('openssl', args, { cwd: dir, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`openssl ${args[0]}: ${done.stderr}`);
  };
  writeFileSync(
    join(dir, 'tsa.cnf'),
    `[tsa]
default_tsa = t
[t]
serial = ./serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = ${usage}
keyUsage = critical,digitalSignature
`,
  );
  writeFileSync(join(dir, 'serial'), '01\n');
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Test root',
    '-days',
    '3650',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
  );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Test authority',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    'tsa.pem',
    '-days',
    '3650',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'ext',
  );
  return {
    roots: join(dir, 'ca.pem'),
    reply(query) {
      writeFileSync(join(dir, 'q.tsq'), query);
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'q.tsq',
        '-signer',
        'tsa.pem',
        '-inkey',
        'tsa.key',
        '-out',
        'r.tsr',
      );
      return readFileSync(join(dir, 'r.tsr'));
    },
  };
}
