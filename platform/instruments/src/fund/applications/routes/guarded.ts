/** The permissions of routes about one application: all are hidden, so that nobody learns that it exists. */
import type { ScopedRequest } from "@voorsprong/access";
import { noApplication } from "../read-one.js";
import type { ApplicationService } from "../service.js";

type Permission =
  | "application.read"
  | "application.read-whole"
  | "application.write"
  | "application.confirm"
  | "application.treat";

/** The `config` of a route about one application. */
export function guarded(applications: ApplicationService) {
  const scope = ({ params, actor }: ScopedRequest) => applications.scope(params.applicationId ?? "", actor);
  const missing = ({ params }: ScopedRequest) => noApplication(params.applicationId ?? "");
  return (permission: Permission) => ({ permission, scope, missing });
}
