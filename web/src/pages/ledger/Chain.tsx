/** Entries of the ledger as the links of a chain. */
import type { LedgerEntryView } from "@voorsprong/server/contract";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useLedgerTexts } from "../../i18n/ledger.js";
import "./Chain.css";

/** Enough of a hash to compare by eye. */
function short(hash: string): string {
  return `${hash.replace("sha256:", "").slice(0, 8)}…`;
}

/** Whether an entry is about a round, which has a page. */
function isAboutRound({ kind }: LedgerEntryView): boolean {
  return kind.startsWith("round.") || kind.startsWith("decision.");
}

/** The entries, with between two neighbours whether they join. */
export function Chain({ entries }: { entries: readonly LedgerEntryView[] }) {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return (
    <ol className="chain">
      {entries.map((entry) => (
        <Link key={entry.seq} entry={entry} before={bySeq.get(entry.seq - 1)} />
      ))}
    </ol>
  );
}

function Link({ entry, before }: { entry: LedgerEntryView; before: LedgerEntryView | undefined }) {
  const t = useLedgerTexts();
  const f = useFormat();
  return (
    <li className="chain__link">
      <div className="card chain__entry">
        <div className="chain__line">
          <h3>{t.kinds[entry.kind] ?? entry.kind}</h3>
          <p className="small soft">
            {t.entry(f.number(entry.seq))}, <time dateTime={entry.at}>{f.dateTime(entry.at)}</time>
          </p>
        </div>
        <div className="chain__line">
          <p className="hash">
            {isAboutRound(entry) ? (
              <PageLink path={`/rounds/${entry.subject}`}>{entry.subject}</PageLink>
            ) : (
              entry.subject
            )}
          </p>
          <p className="small">
            {t.hash} <code>{short(entry.hash)}</code>
          </p>
        </div>
        <details>
          <summary>
            {t.details}
            <span className="visually-hidden">: {t.entry(f.number(entry.seq))}</span>
          </summary>
          <dl className="chain__data">
            <dt>{t.body}</dt>
            <dd>
              <pre>
                <code>{JSON.stringify(entry.body, null, 2)}</code>
              </pre>
            </dd>
            <dt>{t.hash}</dt>
            <dd>
              <code className="hash">{entry.hash}</code>
            </dd>
            <dt>{t.previous}</dt>
            <dd>
              <code className="hash">{entry.previous}</code>
            </dd>
            <dt>{t.signature}</dt>
            <dd>
              <code className="hash">{entry.signature}</code>
            </dd>
          </dl>
        </details>
      </div>
      <Joint entry={entry} before={before} />
    </li>
  );
}

/** What holds two entries together. Where the entry before is not on this page, only its fingerprint is shown. */
function Joint({ entry, before }: { entry: LedgerEntryView; before: LedgerEntryView | undefined }) {
  const t = useLedgerTexts();
  const f = useFormat();
  const seq = f.number(entry.seq - 1);
  const broken = before !== undefined && before.hash !== entry.previous;
  return (
    <p className={broken ? "chain__joint chain__joint--broken" : "chain__joint"}>
      <span aria-hidden="true" className="chain__sign">
        {broken ? "×" : entry.seq === 1 ? "●" : "↓"}
      </span>
      {entry.seq === 1 ? (
        t.first
      ) : (
        <span>
          <code>{short(entry.previous)}</code>{" "}
          {before !== undefined && (broken ? t.broken(seq) : t.joined(seq))}
        </span>
      )}
    </p>
  );
}
