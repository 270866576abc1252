import fc from "fast-check";
import { expect, test } from "vitest";
import { isPrivateAddress, isPrivateHost } from "./private-host.ts";

const hostOf = (host: string) => new URL(`https://${host}/`).hostname;

test("names of a network of one's own are known by their endings and by having one part only", () => {
  const own = [
    "localhost",
    "LOCALHOST.",
    "a.localhost",
    "nas",
    "pm.local",
    "pm.lan",
    "pm.internal",
    "router.home.arpa",
  ];
  for (const name of own) expect(isPrivateHost(hostOf(name)), name).toBe(true);
  for (const name of ["pm.example.com", "api.trello.com.", "local.example.com", "内部.公司.cn", "xn--fiq228c.com"]) {
    expect(isPrivateHost(hostOf(name)), name).toBe(false);
  }
});

test("an address that is written unusually is the same address", () => {
  const loopback = ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"];
  const inside = ["[::ffff:a00:7]", "[64:ff9b::10.0.0.7]", "[2002:a00:7::]", "[fe80::1]", "[fd00:ec2::254]", "[::]"];
  for (const host of [...loopback, ...inside, "0", "169.254.169.254", "100.64.0.1", "[ff02::1]", "[::7f00:1]"]) {
    expect(isPrivateHost(hostOf(host)), host).toBe(true);
  }
  for (const host of [
    "8.8.8.8",
    "134744072",
    "[2606:4700::1111]",
    "[::ffff:8.8.8.8]",
    "[64:ff9b::808:808]",
    "172.32.0.1",
  ]) {
    expect(isPrivateHost(hostOf(host)), host).toBe(false);
  }
});

test("what is no address is not a public one", () => {
  for (const text of ["", "pm.example.com", "300.1.1.1", "1.2.3", ":::", "fe80::1%eth0"]) {
    expect(isPrivateAddress(text), text).toBe(true);
  }
  expect(isPrivateAddress("2606:4700::1111")).toBe(false);
});

const octet = fc.integer({ min: 0, max: 255 });
const own = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
);
type Quad = readonly [number, number, number, number];

const spellings: readonly ((quad: Quad) => string)[] = [
  (quad) => quad.join("."),
  (quad) => quad.map((part) => `0x${part.toString(16)}`).join("."),
  (quad) => quad.map((part) => `0${part.toString(8)}`).join("."),
  (quad) => String(quad.reduce((ip, part) => ip * 256 + part, 0)),
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  (quad) => `[::ffff:${quad.join(".")}]`,
  (quad) => `[64:ff9b::${quad.join(".")}]`,
  ([a, b, c, d]) => `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1]`,
];

test("no spelling of a private address passes, and every spelling of an address is judged alike", () => {
  fc.assert(
    fc.property(own, fc.constantFrom(...spellings), (quad, spell) => isPrivateHost(hostOf(spell(quad)))),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.tuple(octet, octet, octet, octet), fc.constantFrom(...spellings), (quad, spell) => {
      expect(isPrivateHost(hostOf(spell(quad)))).toBe(isPrivateAddress(quad.join(".")));
    }),
    { numRuns: 2000 },
  );
});

test("no IPv6 address outside the public ones passes", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const inside = fc.oneof(
    fc.integer({ min: 0xfc00, max: 0xffff }),
    fc.integer({ min: 0x4000, max: 0xfbff }),
    fc.integer({ min: 1, max: 0x63 }),
  );
  fc.assert(
    fc.property(inside, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) =>
      isPrivateHost(hostOf(`[${[first, ...rest].map((one) => one.toString(16)).join(":")}]`)),
    ),
    { numRuns: 1000 },
  );
});
