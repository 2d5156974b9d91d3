import dns from 'node:dns';
import net from 'node:net';
import { Injectable } from '@nestjs/common';

/** Networks that are nobody's outside: private, loopback, link-local, shared, documentation, multicast, reserved. */
const closedIpv4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 the global part alone is open, without what stands for an IPv4 address (6to4, Teredo) or for paper. */
const openIpv6 = ['2000::/3'];
const closedIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function listOf(subnets: readonly string[], family: 'ipv4' | 'ipv6'): net.BlockList {
  const list = new net.BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const [closed4, open6, closed6] = [listOf(closedIpv4, 'ipv4'), listOf(openIpv6, 'ipv6'), listOf(closedIpv6, 'ipv6')];

/** A name that leads into a network of ours, or an address of one. */
export class AddressForbidden extends Error {}

/**
 * What the server may be made to reach by an address that somebody typed. The name is resolved when the connection is
 * made, and the connection goes to the very addresses that were looked at: a name that answers otherwise the second time
 * changes nothing.
 */
@Injectable()
export class OutsideGate {
  /** https on its own port, to a name or to a public address. */
  admits(url: URL): boolean {
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
    const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return net.isIP(literal) === 0 || !this.isForbidden(literal);
  }

  isForbidden(address: string): boolean {
    switch (net.isIP(address)) {
      case 4:
        return closed4.check(address, 'ipv4');
      case 6:
        return !open6.check(address, 'ipv6') || closed6.check(address, 'ipv6');
      default:
        return true;
    }
  }

  /** In the shape of `dns.lookup`, for a connection: one closed address among those of a name closes the name. */
  readonly lookup: net.LookupFunction = (hostname, options, answer) => {
    dns.lookup(hostname, { family: options.family ?? 0, all: true }, (error, addresses) => {
      if (error) return answer(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => this.isForbidden(address))) {
        return answer(new AddressForbidden(), '', 0);
      }
      if (options.all) (answer as unknown as (error: null, all: dns.LookupAddress[]) => void)(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}
