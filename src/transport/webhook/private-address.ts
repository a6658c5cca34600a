import { BlockList, isIP } from 'node:net';

const v4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const v6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

function blocks(nets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', prefix] = net.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const privateV4 = blocks(v4, 'ipv4');
const privateV6 = blocks(v6, 'ipv6');
const loopbackV4 = blocks(['127.0.0.0/8'], 'ipv4');

export type AddressKind = 'public' | 'loopback' | 'private';

/** Where an IP address leads: the open internet, this machine, or a network that is nobody else's business. */
export function kindOfAddress(address: string): AddressKind {
  const plain = address.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(plain) === 4) {
    if (loopbackV4.check(plain, 'ipv4')) return 'loopback';
    return privateV4.check(plain, 'ipv4') ? 'private' : 'public';
  }
  if (isIP(plain) !== 6) return 'private';
  if (plain === '::1') return 'loopback';
  const mapped = mappedV4(plain);
  if (mapped !== null) return kindOfAddress(mapped);
  return privateV6.check(plain, 'ipv6') ? 'private' : 'public';
}

/** The IPv4 address inside `::ffff:a.b.c.d`, however it is written. */
function mappedV4(address: string): string | null {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(written) ?? [];
  if (high === undefined || low === undefined) return null;
  const bits = parseInt(high, 16) * 65_536 + parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}
