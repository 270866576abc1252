// By RFC 6890 and its successors: first address, length of the prefix.
const privateIpv4 = [
  ...(["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"] as const),
  ...(["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"] as const),
  ...(["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"] as const),
].map(rangeOf);

const privateEndings = [
  ...["localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan"],
  ...["home.arpa", "in-addr.arpa", "ip6.arpa"],
];

/**
 * Whether a host, as `URL.hostname` writes it, stands in a network of one's own: `true` for `localhost`, `nas`, `pm.lan`,
 * `10.0.0.7`, `[::ffff:a00:7]`. A name is judged by itself, what it resolves to by `isPrivateAddress`.
 */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  if (name.startsWith("[") || /^[\d.]+$/.test(name)) return isPrivateAddress(name.replace(/^\[|\]$/g, ""));
  return !name.includes(".") || privateEndings.some((ending) => name.endsWith(`.${ending}`));
}

/** Whether an IP address is anything but a public one of a single host; true as well for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const ipv4 = ipv4Of(address);
  return ipv4 === null ? isPrivateIpv6(address) : isPrivateIpv4(ipv4);
}

function isPrivateIpv4(ip: number): boolean {
  return privateIpv4.some(({ first, size }) => ip >= first && ip < first + size);
}

function isPrivateIpv6(address: string): boolean {
  const groups = groupsOf(address);
  if (groups === null) return true;
  const [a = 0, b = 0] = groups;
  const embedded = (at: number) => isPrivateIpv4((groups[at] ?? 0) * 0x1_0000 + (groups[at + 1] ?? 0));
  const startsWith = (...prefix: readonly number[]) => prefix.every((group, at) => groups[at] === group);
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return embedded(6);
  if (a === 0x2002) return embedded(1);
  // Whoever is behind Teredo, in documentation, for benchmarks or local to a site is nobody's public host.
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return true;
  return a < 0x2000 || a >= 0x3fff;
}

function ipv4Of(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((ip, part) => ip * 256 + part, 0);
}

/** The eight groups of an IPv6 address, its zone left out; null for what is none. */
function groupsOf(address: string): number[] | null {
  const written = URL.parse(`http://[${address.replace(/%.*$/, "")}]`)?.hostname.slice(1, -1);
  if (written === undefined) return null;
  const [head = "", tail] = written.split("::");
  const [before, after] = [head, tail ?? ""].map((side) => (side === "" ? [] : side.split(":")));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array<string>(missing).fill("0"), ...(after ?? [])].map((group) => parseInt(group, 16));
}

function rangeOf(cidr: string): { readonly first: number; readonly size: number } {
  const [first = "", length] = cidr.split("/");
  return { first: ipv4Of(first) ?? 0, size: 2 ** (32 - Number(length)) };
}
