/** What a webhook tells, before it is put into a body. */

/** One thing that happened: a webhook field, and the lists of its value that it adds to. */
export interface MetaUpdate {
  field: string;
  value: Record<string, unknown>;
  /** True for fields other than the number's own: their value goes out as it is. */
  bare?: boolean;
}
