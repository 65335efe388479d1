import type { DeMinimisAid } from "../de-minimis/single-undertaking.js";
import type { GrantedAid } from "../de-minimis/window.js";
import type { SizeClass } from "../model/common.js";
import type { AidBasis, CostCategory } from "../rules/rule.js";

/** Who takes part: `research` is an organisation for research and knowledge dissemination (Art. 2(83)). */
export type ParticipantKind = "enterprise" | "research" | "other";

/** A participant of the project. */
export interface Participant {
  readonly id: string;
  readonly name?: string;
  readonly kind: ParticipantKind;
  /** The class of the enterprise; see `sizeOf`. */
  readonly size: SizeClass;
  /** Participants with the same value are one undertaking: they count together and do not collaborate. */
  readonly undertaking?: string;
  /** Country of the activities, ISO 3166 alpha-2. */
  readonly country: string;
  /** Of a research organisation: it may publish the results of its own research. */
  readonly mayPublish?: boolean;
  /** What it does in the project is no economic activity (a school, a public knowledge institute). */
  readonly nonEconomic?: boolean;
  /** An undertaking in difficulty (Art. 2(18)). */
  readonly inDifficulty?: boolean;
  /** A recovery order of the Commission is outstanding (Deggendorf). */
  readonly recoveryOrder?: boolean;
  /** De minimis aid of its single undertaking; absent: not stated. */
  readonly deMinimisAid?: readonly DeMinimisAid[];
  /** Earlier aid for innovation advice (Art. 28(4)); absent: not stated. */
  readonly advisoryAid?: readonly GrantedAid[];
}

/** A part of the project with a classification of its own (CBb 25 October 2022: that is where disputes are). */
export interface WorkPackage {
  readonly id: string;
  readonly title?: string;
  readonly basis: AidBasis;
  /** Workers to be trained are disabled or disadvantaged (Art. 31). */
  readonly disadvantagedWorkers?: boolean;
  /** Training in maritime transport that meets the conditions of Art. 31(4). */
  readonly maritime?: boolean;
  /** Years for which operating aid was and is given, this project included (Art. 27). */
  readonly operationYears?: number;
}

/** One amount in the plan, in cents. */
export interface Cost {
  readonly workPackage: string;
  readonly participant: string;
  readonly year?: number;
  readonly category: CostCategory;
  readonly cents: number;
}

/** Money from elsewhere for the same costs. `union`: managed centrally by the Union, which is no state aid (8(2)). */
export interface Funding {
  readonly kind: "state-aid" | "de-minimis" | "union" | "private";
  readonly source: string;
  readonly participant: string;
  /** The work package whose costs it covers; absent: any of the participant's costs. */
  readonly workPackage?: string;
  readonly cents: number;
  /** Of `union`: the highest rate of public funding that Union law allows, in basis points. */
  readonly allowed?: number;
}

/** Claims about the project that bonuses ask for. */
export interface ProjectFacts {
  readonly widelyDisseminated?: boolean;
  readonly openLicence?: boolean;
  /** The project is in an Art. 107(3)(a) or 107(3)(c) area. */
  readonly areaA?: boolean;
  readonly areaC?: boolean;
  /** Art. 25(6)(d). */
  readonly severalStates?: {
    readonly openCall: boolean;
    readonly designedBy: number;
    readonly disseminatedIn: number;
  };
  /** EUREKA project or joint undertaking: thresholds of R&D aid are doubled (4(1)(i)(iv)). */
  readonly jointProject?: boolean;
  /** Art. 26: at least two Member States fund it, or the Union selected it. */
  readonly severalStatesFund?: boolean;
  /** Art. 26a. */
  readonly crossBorder?: boolean;
  readonly smeCapacity?: boolean;
  /** The aid is an advance that is repaid on success (Art. 7(5)). */
  readonly repayable?: boolean;
  /** Aid to one firm outside a scheme (Art. 6(3) asks more of a large enterprise). */
  readonly adHoc?: boolean;
}

/** Aid for other projects that may be one project cut in pieces (Art. 4(2)). */
export interface RelatedAid {
  readonly participant: string;
  readonly title: string;
  readonly cents: number;
  readonly basis: AidBasis;
}

/** A project whose grant is asked. */
export interface AidProject {
  /** Day on which the grant would be given. */
  readonly grantingDay: string;
  /** Day on which the application was handed in; absent while it is being written. */
  readonly appliedOn?: string;
  /** Day on which the works start (first firm commitment). */
  readonly startOfWorks?: string;
  /** The set of rules the call names; absent: the one in force. */
  readonly ruleSet?: string;
  /** The scheme was in use before the set expired. */
  readonly existingScheme?: boolean;
  readonly participants: readonly Participant[];
  readonly workPackages: readonly WorkPackage[];
  readonly costs: readonly Cost[];
  readonly funding?: readonly Funding[];
  readonly facts?: ProjectFacts;
  readonly relatedAid?: readonly RelatedAid[];
  /** `flat-rate`: overheads are a rate of the other R&D costs instead of what was stated; the rate, basis points. */
  readonly overheads?:
    | { readonly method: "stated" }
    | { readonly method: "flat-rate"; readonly rate?: number };
  /** What the call gives at most: a rate of the costs, an amount per application; and at least, in cents. */
  readonly limits?: { readonly rate?: number; readonly maximum?: number; readonly minimum?: number };
}
