/** State aid as code: the size of an enterprise, the articles of the GBER, de minimis, cumulation. */
export {};
