/** Who is here and what they may do: sign-in, sessions, organisations, roles, permissions. */
export * from "./actor.js";
export { type ExampleKey, type ExampleOrganisation, examplePeople } from "./embedded/example-people.js";
export type { Examples } from "./embedded/make-examples.js";
export { ExampleChoice, ExamplePeople } from "./embedded/views.js";
export {
  type GuardedRoute,
  type GuardOptions,
  guard,
  type ScopedRequest,
  sessionCookie,
} from "./guard/guard.js";
export { refuseOtherHosts } from "./guard/other-hosts.js";
export { type SiteAddress, siteAddress } from "./guard/site-address.js";
export { InvitationView, NewInvitation } from "./invitations/views.js";
export { may } from "./may.js";
export { newOrganisationId } from "./organisations/organisation-id.js";
export {
  type NewOrganisation,
  type OrganisationKind,
  organisationKinds,
  publicName,
  searchable,
} from "./organisations/organisations.js";
export {
  JoinState,
  MemberView,
  OrganisationDetails,
  OrganisationList,
  OrganisationSummary,
  OrganisationView,
} from "./organisations/views.js";
export type { Identity, RoleGrant } from "./people/people.js";
export { type Permission, type PermissionId, permissions } from "./permissions.js";
export { expireData } from "./privacy/my-data.js";
export { accessData } from "./privacy/own-data.js";
export { type KeptData, type PersonalData, type Retention, removedPerson } from "./privacy/personal-data.js";
export { Erased, RetentionList } from "./privacy/routes.js";
export * from "./refusal.js";
export { PersonList, RoleChange, RoleList, RoleView } from "./roles/views.js";
export { fundsOf, rolesOn } from "./roles-on.js";
export { type AccessRoutes, type AccessRoutesOptions, accessRoutes } from "./routes.js";
export { hashOfSecret, newSecret } from "./secrets.js";
export { type AccessService, type AccessServiceOptions, accessService } from "./service.js";
export { actorOfPerson } from "./sessions/actor-row.js";
export { SessionView, SignedOut } from "./sessions/views.js";
export { signInEnvironment } from "./sign-in/environment.js";
export type { EmbeddedSettings, OpenIdSettings, SignInSettings } from "./sign-in/settings.js";
export { NewToken, NewTokenWish, TokenList, TokenView } from "./tokens/views.js";
