/** Calls: defined in the programme or made in the pages, frozen at opening, changed only by amendments. */

export { type ProgrammeCalls, publishProgrammeCalls } from "./publish-programme.js";
export { getCall, listCalls } from "./read-calls.js";
export { countSubmitted, definitionOf } from "./read-versions.js";
export { type CallRecord, type CallState, callStateAt } from "./record.js";
export { noCall, requireCall } from "./require-call.js";
export { callRoutes } from "./routes.js";
export { type CallService, callService } from "./service.js";
