/** From grant to settlement: advances, the grant on real costs, recovery. */
export {};
