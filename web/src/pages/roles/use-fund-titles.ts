import { useQuery } from "@tanstack/react-query";
import { fundsQuery } from "../../api/queries.js";
import { useLocalised } from "../../i18n/texts.js";

/** Gives the title of a fund; its id while the funds are on their way. */
export function useFundTitles(): (fundId: string) => string {
  const localised = useLocalised();
  const funds = useQuery(fundsQuery()).data?.items;
  return (fundId) => {
    const fund = funds?.find(({ id }) => id === fundId);
    return fund === undefined ? fundId : localised(fund.title);
  };
}
