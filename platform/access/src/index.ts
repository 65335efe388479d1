/** Who is here and what they may do: sign-in, sessions, organisations, roles, permissions. */
export {};
