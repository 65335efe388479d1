/** Signing out: here, or everywhere, and at the sign-in service where it can. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { SignedOut } from "@voorsprong/server/contract";
import { forgetCsrfToken, sendJson } from "../api/client.js";
import { useLanguage } from "../i18n/language.js";
import { useShellTexts } from "../i18n/shell.js";
import { useAnnounce } from "./Announcer.js";

/** Takes whether every session of this person ends, and goes to the front page. */
export function useSignOut() {
  const t = useShellTexts();
  const lang = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (everywhere: boolean) => sendJson<SignedOut>("POST", "/sign-out", { everywhere }),
    onSuccess: async ({ location }) => {
      forgetCsrfToken();
      if (location !== null) return window.location.assign(location);
      await navigate({ to: "/$lang", params: { lang } });
      // What somebody could read must not stay in the memory of the page.
      queries.removeQueries({ type: "inactive" });
      await queries.resetQueries();
      announce(t.person.signedOut);
    },
  });
}
