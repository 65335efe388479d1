/** On what ground of state-aid law the money is given, and how it is paid. */
import { basisPointWords, type CallDefinition } from "@voorsprong/call-form";
import { Section } from "../../components/Page.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** Basis, advances, reports and how long data are kept. */
export function AidSection({ call }: { call: CallDefinition }) {
  const { aid: t } = useCallTexts();
  const f = useFormat();
  const l = useLocalised();
  const { advances, reportEveryMonths } = call.grant;
  return (
    <Section title={t.title}>
      <h3>{t.basis}</h3>
      <ul>
        {call.aid.basis.map((basis) => (
          <li key={basis}>{t.bases[basis]}</li>
        ))}
      </ul>
      {call.aid.basis.length > 1 && <p>{t.choice[call.aid.choice]}</p>}
      <h3>{t.advances}</h3>
      {advances.length === 0 ? (
        <p>{t.noAdvances}</p>
      ) : (
        <ul>
          {advances.map(({ percent, when }) => (
            <li key={`${when.after} ${when.months}`}>
              {t.advance(l(basisPointWords(percent)), f.number(when.months), t.after[when.after])}
            </li>
          ))}
        </ul>
      )}
      <p>{reportEveryMonths === 0 ? t.noReports : t.reports(f.number(reportEveryMonths))}</p>
      <p>{t.retention(f.number(call.retention.granted), f.number(call.retention.refused))}</p>
    </Section>
  );
}
