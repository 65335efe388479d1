/** The rooms of the fund that hold personal data; a room adds its row here. */
import type { PersonalData } from "../kernel/privacy.js";
import { applicationsPersonalData } from "./applications/personal-data.js";
import { decisionsPersonalData } from "./decisions/personal-data.js";
import { exchangePersonalData } from "./exchange/personal-data.js";
import { grantsPersonalData } from "./grants/personal-data.js";
import { reviewsPersonalData } from "./reviews/personal-data.js";
import { roundsData } from "./rounds/personal-data.js";

export const fundPersonalData: readonly PersonalData[] = [
  applicationsPersonalData,
  decisionsPersonalData,
  exchangePersonalData,
  grantsPersonalData,
  reviewsPersonalData,
  roundsData,
];
