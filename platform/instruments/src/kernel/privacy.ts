/** What each room of an instrument does with personal data; `fund/service.ts` lists the rooms of the fund. */
export { type KeptData, type PersonalData, type Retention, removedPerson } from "@voorsprong/access";
