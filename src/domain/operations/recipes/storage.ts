import type { RecipeDetails } from './recipe.ts'
import { call } from './calls.ts'

const BUCKETS = '/accounts/{account_id}/r2/buckets'
const R2 = {
  source: { name: 'R2’s documentation', url: 'https://developers.cloudflare.com/r2/api/tokens' },
  date: '2026-11-27',
} as const
const THROUGH_S3 = 'For S3 clients: the access key is the token’s ID, the secret key the SHA-256 of its secret.'

export const STORAGE_DETAILS: Record<string, RecipeDetails> = {
  'r2-object-write': {
    ...R2,
    calls: [],
    extraGroups: ['Workers R2 Storage Bucket Item Write'],
    note: THROUGH_S3,
  },
  'r2-object-read': {
    ...R2,
    calls: [],
    extraGroups: ['Workers R2 Storage Bucket Item Read'],
    note: THROUGH_S3,
  },
  'r2-admin-write': {
    ...R2,
    calls: [
      call('GET', BUCKETS, 'lists the buckets'),
      call('POST', BUCKETS, 'creates a bucket'),
      call('DELETE', `${BUCKETS}/{bucket_name}`, 'deletes a bucket'),
    ],
    note: `It reaches all objects of all buckets. ${THROUGH_S3}`,
  },
  'r2-admin-read': {
    ...R2,
    calls: [
      call('GET', BUCKETS, 'lists the buckets'),
      call('GET', `${BUCKETS}/{bucket_name}`, 'reads a bucket’s settings'),
    ],
    note: `It reads all objects of all buckets. ${THROUGH_S3}`,
  },
}
