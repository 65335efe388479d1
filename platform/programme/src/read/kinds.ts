/** The parts a programme's folder consists of. A new kind of instrument adds its folder here. */
import { fundFile } from "../schema/fund.js";
import { pointFile } from "../schema/point.js";
import { programmeFile } from "../schema/programme.js";

/** The schema of each kind of file. */
export const SCHEMAS = { programme: programmeFile, point: pointFile, fund: fundFile } as const;

/** A kind of file. */
export type PartKind = keyof typeof SCHEMAS;

/** The file at the root of the folder. */
export const ROOT_FILE = "programme.yaml";

/** The folders and the kind of file that each holds. */
export const FOLDERS: Readonly<Record<string, PartKind>> = { points: "point", funds: "fund" };
