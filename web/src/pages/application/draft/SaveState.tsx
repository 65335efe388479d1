/** Whether the draft is kept, what was found in this browser, and conflicts to settle. */
import { useEffect } from "react";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { useSignInAddress } from "../../../shell/session.js";
import type { DraftKeeper, DraftState } from "./keeper.js";
import type { Place } from "./places.js";

/** The name of a place in words. */
export function usePlaceName(): (place: Place) => string {
  const { places: t } = useApplicationTexts();
  return (place) =>
    place.startsWith("answers/")
      ? `${t.answer} ${place.slice("answers/".length)}`
      : (t[place as keyof typeof t] ?? place);
}

/** Dutch time, whatever the reader's clock says. */
const CLOCK = new Intl.DateTimeFormat("nl-NL", { timeStyle: "short", timeZone: "Europe/Amsterdam" });

function useStatusText(state: DraftState): string {
  const { save: t } = useApplicationTexts();
  switch (state.status) {
    case "waiting":
      return t.waiting;
    case "saving":
      return t.saving;
    case "away":
      return t.away;
    case "signed-out":
      return t.signedOut;
    case "conflict":
      return t.conflict;
    case "refused":
      return t.refused(state.reason ?? "");
    default: {
      if (state.savedAt === null) return t.saved;
      return t.savedAt(CLOCK.format(new Date(state.savedAt)));
    }
  }
}

/** One line that says whether everything is kept; the bad news is read out. */
export function SaveState({ state }: { state: DraftState }) {
  const { save: t } = useApplicationTexts();
  const announce = useAnnounce();
  const text = useStatusText(state);
  const signIn = useSignInAddress();
  const { status, merged } = state;
  useEffect(() => {
    if (["away", "signed-out", "conflict", "refused"].includes(status)) announce(text);
  }, [status, text, announce]);
  useEffect(() => {
    if (merged) announce(t.merged);
  }, [merged, announce, t]);
  return (
    <p className={`save-state save-state--${status}`} data-save={status}>
      <span aria-hidden="true" className="save-state__dot" />
      <span>
        {text} {status === "signed-out" && <a href={signIn}>{t.signIn}</a>}
      </span>
    </p>
  );
}

/** What needs an answer before the work goes on: found work, and places that two people changed. */
export function DraftQuestions({ state, keeper }: { state: DraftState; keeper: DraftKeeper }) {
  const { save: t } = useApplicationTexts();
  const f = useFormat();
  const nameOf = usePlaceName();
  return (
    <>
      {state.found.length > 0 && (
        <Alert kind="warning" title={t.foundTitle}>
          <p>{t.found(f.list(state.found.map(nameOf)))}</p>
          <div className="row">
            <Button purpose="primary" onClick={() => keeper.putBack()}>
              {t.putBack}
            </Button>
            <Button onClick={() => keeper.throwAway()}>{t.throwAway}</Button>
          </div>
        </Alert>
      )}
      {state.conflicts.map(({ place, mine, theirs }) => (
        <Alert key={place} kind="warning" title={`${t.conflictTitle}: ${nameOf(place)}`}>
          <dl className="versions-beside">
            <div>
              <dt>{t.mine}</dt>
              <dd>
                <Shown value={mine} />
              </dd>
            </div>
            <div>
              <dt>{t.theirs}</dt>
              <dd>
                <Shown value={theirs} />
              </dd>
            </div>
          </dl>
          <div className="row">
            <Button onClick={() => keeper.choose(place, "mine")}>{t.keepMine(nameOf(place))}</Button>
            <Button onClick={() => keeper.choose(place, "theirs")}>{t.keepTheirs(nameOf(place))}</Button>
          </div>
        </Alert>
      ))}
      {state.merged && state.conflicts.length === 0 && <Alert kind="info">{t.merged}</Alert>}
    </>
  );
}

function Shown({ value }: { value: unknown }) {
  if (typeof value === "string") return <p>{value}</p>;
  return <pre>{JSON.stringify(value ?? null, null, 1)}</pre>;
}
