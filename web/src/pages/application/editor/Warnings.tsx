/** What the service warns of in the draft as it is kept; none of it stops anybody. */
import { useQuery } from "@tanstack/react-query";
import { applicationChecksQuery } from "../../../api/application-queries.js";
import { Alert } from "../../../components/Alert.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { StepProps } from "./parts.js";

/** @param revision of the draft as it was last saved */
export function Warnings({ application, revision }: Pick<StepProps, "application"> & { revision: number }) {
  const { submit: t } = useApplicationTexts();
  const l = useLocalised();
  const partners = application.partners.map((each) => each.state).join();
  const { data } = useQuery(applicationChecksQuery(application.id, revision, partners));
  if (data === undefined || data.warnings.length === 0) return null;
  return (
    <Alert kind="warning" title={t.warnings}>
      <ul>
        {data.warnings.map(({ code, text }) => (
          <li key={code}>{l(text)}</li>
        ))}
      </ul>
    </Alert>
  );
}
