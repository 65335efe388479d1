/** State read from an address, over what the address said. */

/**
 * What is undefined stays a key of its own: the router lays this over what the address said, and only a key that is
 * there replaces nonsense. It writes no undefined value into the address.
 */
export function replacing<T extends object>(values: { [K in keyof T]-?: T[K] | undefined }): T {
  return values as T;
}
