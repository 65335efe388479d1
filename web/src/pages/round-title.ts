/** What a round is called on a page. */
import { useQuery } from "@tanstack/react-query";
import type { RoundSummary } from "@voorsprong/server/contract";
import { fundsQuery } from "../api/queries.js";
import { useFormat } from "../i18n/format.js";
import { useLanguage } from "../i18n/language.js";
import { useShellTexts } from "../i18n/shell.js";

/**
 * The title of a round. The generator names example rounds in Dutch, once; on an English page they are called after
 * their fund, by the same pattern. Titles that people gave stay as they are.
 */
export function useRoundTitle(): (
  round: Pick<RoundSummary, "title" | "example" | "fundId" | "applications">,
) => string {
  const language = useLanguage();
  const { number } = useFormat();
  const { exampleTitle } = useShellTexts();
  const { data } = useQuery({ ...fundsQuery(), enabled: language !== "nl" });
  return ({ title, example, fundId, applications }) => {
    const fund = data?.items.find(({ id }) => id === fundId);
    if (language === "nl" || !example || fund === undefined) return title;
    return exampleTitle(fund.title[language], number(applications));
  };
}
