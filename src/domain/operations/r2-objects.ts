import type { Operation } from './operation.ts'

/**
 * The calls of `wrangler r2 object`, which the vendor's API description leaves out. Their permission groups are those of
 * the other calls on a bucket.
 */
export const R2_OBJECTS: readonly Operation[] = (
  [
    ['GET', 'Get Object', ['Workers R2 Storage Write', 'Workers R2 Storage Read']],
    ['PUT', 'Put Object', ['Workers R2 Storage Write']],
    ['DELETE', 'Delete Object', ['Workers R2 Storage Write']],
  ] as const
).map(([method, title, groups]) => ({
  method,
  path: '/accounts/{account_id}/r2/buckets/{bucket_name}/objects/{object_key}',
  title,
  groups,
  evidence: 'inferred-medium',
  pages: [],
  operationId: null,
}))
