/** How an instrument says no; the one way of the whole platform, which who-may-do-what uses too. */
export { InputError, Refusal, type RefusalKind } from "@voorsprong/access";
