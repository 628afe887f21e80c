/** What stands after the `?` of an address: plain text values. Pages keep filters, days and selections there. */
export type Search = { readonly [key: string]: string | undefined };
