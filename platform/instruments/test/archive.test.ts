/** An archive is read back as it was written, and one that was tampered with is refused with the file named. */
import { createHash, generateKeyPairSync, sign as signBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import {
  type ArchiveFile,
  LedgerExtract,
  ledgerPath,
  type ManifestHead,
  manifestPath,
  readArchive,
  safeName,
  signaturePath,
  writeArchive,
} from "@voorsprong/instruments/fund/exchange/archive";
import { entryHash } from "@voorsprong/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";

const hash = (text: string | Buffer) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** A signer made with Node's own cryptography, so that the library of the product is not checked by itself. */
function installation() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" }) as { x: string };
  const encode = (text: string | Buffer) => Buffer.from(text).toString("base64url");
  const sign = async (text: string) => {
    const signed = `${encode('{"alg":"EdDSA"}')}.${encode(text)}`;
    return `${signed}.${encode(signBytes(null, Buffer.from(signed), privateKey))}`;
  };
  return { key: { kty: "OKP" as const, crv: "Ed25519" as const, x, kid: "kid" }, sign };
}

async function ledgerOf({ key, sign }: ReturnType<typeof installation>, hashes: readonly string[]) {
  const zero = `sha256:${"0".repeat(64)}`;
  const bodies = [{ key }, ...hashes.map((each) => ({ hash: each }))];
  const entries = await Promise.all(
    bodies.map(async (body, index) => {
      const entry = {
        seq: index + 1,
        at: "2027-01-01T00:00:00.000Z",
        kind: index === 0 ? "ledger.opened" : "application.submitted",
        subject: "A",
        body,
        previous: zero,
      };
      const hashed = entryHash(entry);
      return { ...entry, hash: hashed, signature: await sign(hashed) };
    }),
  );
  return { format: "voorsprong-ledger-extract/1" as const, entries };
}

const maker = installation();
const head: ManifestHead = {
  madeAt: "2027-06-01T00:00:00.000Z",
  programme: "voorsprong",
  fund: { id: "research", title: { nl: "Onderzoek", en: "Research" } },
  call: { id: "research-2027", title: { nl: "Onderzoek 2027", en: "Research 2027" } },
  example: true,
  key: maker.key,
};

const file = (path: string, text: string, entry: number | null = null): ArchiveFile => ({
  path,
  kind: path === ledgerPath ? "ledger" : "application",
  about: "A",
  title: path,
  entry,
  bytes: Buffer.from(text),
});

async function archive(made = maker, signer = maker, texts = ["een", "twee"]): Promise<Buffer> {
  const ledger = await ledgerOf(made, texts.map(hash));
  async function* files() {
    for (const [index, text] of texts.entries()) yield file(`applications/A${index}/1.json`, text, index + 2);
    yield file(ledgerPath, JSON.stringify(ledger));
  }
  return buffer(writeArchive({ ...head, key: signer.key }, files(), signer.sign));
}

/** The archive with one file changed, added (a new name) or removed (null). */
async function tampered(bytes: Buffer, path: string, to: Buffer | null): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const out = new ZipFile();
  const seen: string[] = [];
  for await (const entry of zip.eachEntry()) {
    seen.push(entry.fileName);
    const content = entry.fileName === path ? to : await buffer(await zip.openReadStreamPromise(entry));
    if (content !== null) out.addBuffer(content, entry.fileName);
  }
  if (!seen.includes(path) && to !== null) out.addBuffer(to, path);
  out.end();
  return buffer(out.outputStream);
}

const faultsOf = async (bytes: Buffer) => {
  const read = await readArchive(bytes);
  return "faults" in read ? read.faults.map(({ path }) => path) : [];
};

describe("an archive", () => {
  it("is read back with every file, byte for byte", async () => {
    const read = await readArchive(await archive());
    if (!("archive" in read)) throw new Error(JSON.stringify(read.faults));
    const { manifest, ledger } = read.archive;
    expect(manifest).toMatchObject({ format: "voorsprong-archive/1", ...head });
    expect(manifest.files.map(({ path, size, entry }) => [path, size, entry])).toEqual([
      ["applications/A0/1.json", 3, 2],
      ["applications/A1/1.json", 4, 3],
      [ledgerPath, expect.any(Number), null],
    ]);
    expect((await read.archive.read(manifest.files[1]!)).toString()).toBe("twee");
    expect(LedgerExtract.parse(ledger).entries).toHaveLength(3);
  });

  it.each([
    ["changed", "applications/A1/1.json", Buffer.from("drie"), "applications/A1/1.json"],
    ["missing", "applications/A0/1.json", null, "applications/A0/1.json"],
    ["added", "extra.txt", Buffer.from("x"), "extra.txt"],
    ["without a manifest", manifestPath, null, manifestPath],
    ["without a signature", signaturePath, null, signaturePath],
    ["with another ledger", ledgerPath, Buffer.from("{}"), ledgerPath],
    ["with a manifest that is no JSON", manifestPath, Buffer.from("{"), manifestPath],
    ["with a signature that is none", signaturePath, Buffer.from("a.b.c"), manifestPath],
  ])("%s is refused, and the file is named", async (_what, path, to, named) => {
    expect(await faultsOf(await tampered(await archive(), path, to))).toEqual([named]);
  });

  it("signed by another key than the ledger's is refused", async () => {
    const faults = await faultsOf(await archive(maker, installation()));
    expect(new Set(faults)).toEqual(new Set([ledgerPath]));
  });

  it("whose ledger recorded another hash is refused, though its maker signed it", async () => {
    const ledger = await ledgerOf(maker, [hash("iets anders")]);
    async function* files() {
      yield file("applications/A0/1.json", "een", 2);
      yield file(ledgerPath, JSON.stringify(ledger));
    }
    const bytes = await buffer(writeArchive(head, files(), maker.sign));
    expect(await faultsOf(bytes)).toEqual(["applications/A0/1.json"]);
  });

  it("is refused whichever byte of it was changed, or gives the very files", async () => {
    const bytes = await archive();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ change;
        const read = await readArchive(changed);
        if (!("archive" in read)) return;
        // Bytes that carry no content, such as times, may differ.
        const texts = await Promise.all(
          read.archive.manifest.files.slice(0, 2).map(async (each) => String(await read.archive.read(each))),
        );
        expect(texts).toEqual(["een", "twee"]);
      }),
      { numRuns: 300 },
    );
  });

  it("that is no zip file is refused without a word about files", async () => {
    expect(await faultsOf(Buffer.from("no zip"))).toEqual([null]);
    expect(await faultsOf((await archive()).subarray(0, 300))).toEqual([null]);
  });
});

describe("writing", () => {
  it("holds its source back while nobody reads", async () => {
    let made = 0;
    async function* files() {
      for (; made < 100; made += 1) yield file(`f/${made}.bin`, String(made).padEnd(1024 * 1024, "abcdefg"));
    }
    const stream = writeArchive(head, files(), maker.sign);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBeLessThan(50);
    stream.destroy();
  });

  it("ends with the error of its source", async () => {
    async function* files() {
      yield file("a.txt", "a");
      throw new Error("the database went away");
    }
    await expect(buffer(writeArchive(head, files(), maker.sign))).rejects.toThrow("went away");
  });

  it("makes paths of whatever names", () => {
    expect(safeName("../../é b?.pdf")).toBe("e-b-.pdf");
    expect(safeName("…")).toBe("x");
  });
});
