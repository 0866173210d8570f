import * as v from 'valibot'

/** A search param that is left out where it is anything else. */
export const ifValid = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.fallback(v.optional(schema), undefined))
