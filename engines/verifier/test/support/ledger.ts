/** Ledgers as docs/formats/ledger.md describes them, signed with Node's own Ed25519. */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { nodeHash } from "./build.js";
import type { Loose } from "./naive.js";

export interface Signer {
  readonly jwk: Loose;
  jws(text: string, header?: Loose): string;
}

export function signer(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    jwk: publicKey.export({ format: "jwk" }),
    jws: (text, header) => compact(privateKey, text, header),
  };
}

function compact(key: KeyObject, text: string, header: Loose = { alg: "EdDSA" }): string {
  const part = (value: string): string => Buffer.from(value, "utf8").toString("base64url");
  const signed = `${part(JSON.stringify(header))}.${part(text)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString("base64url")}`;
}

/** Makes the hash and the signature of an entry right. */
export function seal({ hash: _, signature: __, ...rest }: Loose, by: Signer): Loose {
  const hash = nodeHash(rest);
  return { ...rest, hash, signature: by.jws(hash) };
}

export function headOf(entries: Loose[], by: Signer): Loose {
  const { seq, hash } = entries.at(-1);
  return { seq, hash, signature: by.jws(`${seq} ${hash}`) };
}

/** A ledger that opens and then holds these entries. */
export function ledgerOf(items: { kind: string; body: Loose; subject?: string }[], by: Signer): Loose {
  const entries: Loose[] = [];
  const opening = { kind: "ledger.opened", body: { key: by.jwk }, subject: "ledger" };
  for (const [i, { kind, body, subject = "example" }] of [opening, ...items].entries())
    entries.push(
      seal(
        {
          seq: i + 1,
          at: new Date(Date.UTC(2027, 0, 15, 9, i)).toISOString(),
          kind,
          subject,
          body,
          previous: entries.at(-1)?.hash ?? `sha256:${"0".repeat(64)}`,
        },
        by,
      ),
    );
  return { format: "voorsprong-ledger/1", entries, head: headOf(entries, by) };
}
