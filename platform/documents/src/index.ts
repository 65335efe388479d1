/** Letters, receipts and registers as tagged PDF. */
export {};
