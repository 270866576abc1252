import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "ldapts";
import { findSlapd } from "./slapd.ts";

/** A running OpenLDAP with entries of one company. */
export interface TestDirectory {
  readonly url: string;
  readonly secureUrl: string;
  readonly caFile: string;
  readonly folder: string;
  /** Somebody who may change entries. */
  change(work: (client: Client) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export const BASE = "dc=example,dc=com";
export const READER = { dn: `cn=reader,${BASE}`, password: "read-only-密码" };
const WRITER = { dn: `cn=root,${BASE}`, password: "root" };

/** What Active Directory has and OpenLDAP's own schemas have not. */
const SCHEMA = `
attributetype ( 1.3.6.1.4.1.99999.1.1 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.1.2 NAME 'uSNChanged' EQUALITY integerMatch ORDERING integerOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.1.3 NAME 'userAccountControl' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.1.4 NAME 'userPrincipalName' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.1.5 NAME 'employeeID' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.1.6 NAME 'supportedCapabilities' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.3.6.1.4.1.99999.1.7 NAME 'highestCommittedUSN' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 )
attributetype ( 1.3.6.1.4.1.99999.1.8 NAME 'dsServiceName' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
objectclass ( 1.3.6.1.4.1.99999.2.1 NAME 'user' SUP top AUXILIARY MAY ( objectGUID $ uSNChanged $ userAccountControl $ userPrincipalName $ employeeID ) )
objectclass ( 1.3.6.1.4.1.99999.2.2 NAME 'adRoot' SUP top AUXILIARY MAY ( supportedCapabilities $ highestCommittedUSN $ dsServiceName ) )
`;

interface Options {
  /** More of the directory as LDIF, behind the company's own entry. */
  readonly ldif: string;
  /** What the server says of itself, as LDIF lines. */
  readonly root?: string;
}

/** Starts a fresh slapd on free ports; whoever is not its master gets 200 entries of a search at most, unless they page. */
export async function startDirectory({ ldif, root }: Options): Promise<TestDirectory> {
  const slapd = await findSlapd();
  const folder = mkdtempSync(join(tmpdir(), "today-slapd-"));
  const file = (name: string) => join(folder, name);
  mkdirSync(file("db"));
  makeCertificate(file);
  writeFileSync(file("own.schema"), SCHEMA);
  writeFileSync(file("root.ldif"), root === undefined ? "" : `dn:\nobjectClass: adRoot\n${root}\n`);
  writeFileSync(file("slapd.conf"), configOf(slapd, file, root !== undefined));
  writeFileSync(file("all.ldif"), `${companyLdif()}\n${ldif}`);
  execFileSync(slapd.program, ["-Tadd", "-f", file("slapd.conf"), "-l", file("all.ldif")], {
    env: slapd.env,
    stdio: "pipe",
  });
  const [port, securePort] = [await freePort(), await freePort()];
  const [url, secureUrl] = [`ldap://127.0.0.1:${port}`, `ldaps://127.0.0.1:${securePort}`];
  const child = spawn(slapd.program, ["-f", file("slapd.conf"), "-h", `${url}/ ${secureUrl}/`, "-d", "0"], {
    env: slapd.env,
    stdio: "ignore",
  });
  await listening(port, child);
  return {
    ...{ url, secureUrl, caFile: file("cert.pem"), folder },
    async change(work) {
      const client = new Client({ url, strictDN: false });
      await client.bind(WRITER.dn, WRITER.password);
      await work(client);
      await client.unbind();
    },
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function companyLdif(): string {
  return [
    `dn: ${BASE}`,
    "objectClass: domain\ndc: example\n",
    `dn: ${READER.dn}`,
    `objectClass: person\ncn: reader\nsn: reader\nuserPassword:: ${Buffer.from(READER.password).toString("base64")}\n`,
  ].join("\n");
}

function configOf(
  slapd: { schemas: string; modules: string },
  file: (name: string) => string,
  hasRoot: boolean,
): string {
  return [
    ...["core", "cosine", "inetorgperson"].map((name) => `include ${join(slapd.schemas, `${name}.schema`)}`),
    `include ${file("own.schema")}`,
    `modulepath ${slapd.modules}`,
    "moduleload back_mdb",
    ...(hasRoot ? [`rootDSE ${file("root.ldif")}`] : []),
    `TLSCertificateFile ${file("cert.pem")}`,
    `TLSCertificateKeyFile ${file("key.pem")}`,
    "database mdb",
    `suffix "${BASE}"`,
    `directory ${file("db")}`,
    "maxsize 104857600",
    `rootdn "${WRITER.dn}"`,
    `rootpw ${WRITER.password}`,
    "limits users size.soft=200 size.hard=200 size.pr=200 size.prtotal=unlimited",
    "access to attrs=userPassword by anonymous auth by * none",
    "access to * by users read by * none",
    "",
  ].join("\n");
}

function makeCertificate(file: (name: string) => string): void {
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const made = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "3",
    "-keyout",
    file("key.pem"),
    "-out",
    file("cert.pem"),
  ];
  execFileSync("openssl", [...made, ...subject], { stdio: "pipe" });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise((done) =>
      socket.once("connect", () => done(true)).once("error", () => done(false)),
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`slapd did not start (exit code ${child.exitCode})`);
}
