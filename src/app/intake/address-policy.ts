import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/**
 * Addresses that a document is never fetched from unless its host is named: a page may lead to what only this machine or this
 * network can reach, such as a router, a server's own interface or a cloud's keys (169.254.169.254). RFC 6890 and its registry.
 */
const CLOSED_IPV4 = new BlockList();
/** A list of its own: Node takes an IPv4 address for one of `::ffff:0:0/96` when they share a list. */
const CLOSED_IPV6 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  CLOSED_IPV4.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  // Forms that carry an IPv4 address: translated (RFC 2765), Teredo and its neighbours (RFC 4380, 2001::/23).
  ['::ffff:0:0:0', 96],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['100::', 64],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  CLOSED_IPV6.addSubnet(network, bits, 'ipv6');

/** Whether an address belongs to the public network. Forms that carry an IPv4 address in an IPv6 one are not taken apart: they do not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !CLOSED_IPV4.check(address, 'ipv4');
    case 6:
      return !CLOSED_IPV6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Where a host is reached, after it was found to be allowed: the connection goes to this very address. */
export type CheckedHost = { readonly address: string; readonly family: 4 | 6 };

/** Why a host is not asked, in words. */
export class HostRefused extends Error {}

/**
 * Looks a host up. Each of its addresses must be public, unless the user named the host (`--allow-host`).
 * @throws HostRefused; an error of the resolver
 */
export async function checkHost(url: URL, allowed: readonly string[]): Promise<CheckedHost> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host, family: isIP(host) }];
  const first = found[0];
  if (first === undefined) throw new HostRefused(`${host} has no address`);
  const isNamed = allowed.some((name) => name.toLowerCase().replace(/^\[|\]$/g, '') === host.toLowerCase());
  if (!isNamed && !found.every(({ address }) => isPublicAddress(address)))
    throw new HostRefused(
      `${host} is an address of this machine or of a network that is not public; if it is meant, name it: --allow-host ${host}`,
    );
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}
