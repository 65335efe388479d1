/** What the pages of people and organisations read. */
import { queryOptions } from "@tanstack/react-query";
import type {
  ExamplePeople,
  OrganisationList,
  OrganisationView,
  PersonList,
  RetentionList,
  RoleList,
  TokenList,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

/** The example people of the embedded sign-in. */
export const examplePeopleQuery = () =>
  queryOptions({
    queryKey: ["example-people"],
    queryFn: ({ signal }) => getJson<ExamplePeople>("/try-out/people", signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One organisation, with its people for its members. */
export const organisationQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ["organisation", organisationId],
    queryFn: ({ signal }) =>
      getJson<OrganisationView>(`/organisations/${encodeURIComponent(organisationId)}`, signal),
  });

/** Organisations by part of their name or by number; two characters at least. */
export const organisationsQuery = (search: string) =>
  queryOptions({
    queryKey: ["organisations", search],
    queryFn: ({ signal }) => getJson<OrganisationList>(`/organisations${query({ search })}`, signal),
    enabled: search.trim().length >= 2,
  });

/** Who has which role. */
export const rolesQuery = () =>
  queryOptions({ queryKey: ["roles"], queryFn: ({ signal }) => getJson<RoleList>("/roles", signal) });

/** People by part of their name or address; two characters at least. */
export const peopleQuery = (search: string) =>
  queryOptions({
    queryKey: ["people", search],
    queryFn: ({ signal }) => getJson<PersonList>(`/people${query({ search })}`, signal),
    enabled: search.trim().length >= 2,
  });

/** The tokens of the programs of whoever is here. */
export const tokensQuery = () =>
  queryOptions({
    queryKey: ["tokens"],
    queryFn: ({ signal }) => getJson<TokenList>("/people/me/tokens", signal),
  });

/** How long each kind of data is kept. */
export const retentionQuery = () =>
  queryOptions({
    queryKey: ["retention"],
    queryFn: ({ signal }) => getJson<RetentionList>("/retention", signal),
  });
