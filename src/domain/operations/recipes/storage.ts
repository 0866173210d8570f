import type { Recipe } from './recipe.ts'
import { call, onAccount, onBuckets } from './parts.ts'

const BUCKETS = '/accounts/{account_id}/r2/buckets'
const R2 = {
  topic: 'storage',
  source: { name: 'R2’s documentation', url: 'https://developers.cloudflare.com/r2/api/tokens' },
  date: '2026-11-27',
} as const
const THROUGH_S3 = 'For S3 clients: the access key is the token’s ID, the secret key the SHA-256 of its secret.'

export const STORAGE_RECIPES: readonly Recipe[] = [
  {
    ...R2,
    id: 'r2-object-write',
    title: 'R2 Object Read & Write',
    hint: 'Objects in specific buckets',
    exampleName: 'Nightly backups',
    policies: [onBuckets('Workers R2 Storage Bucket Item Write')],
    calls: [],
    extraGroups: ['Workers R2 Storage Bucket Item Write'],
    note: THROUGH_S3,
  },
  {
    ...R2,
    id: 'r2-object-read',
    title: 'R2 Object Read only',
    hint: 'Objects in specific buckets',
    exampleName: 'Image service',
    policies: [onBuckets('Workers R2 Storage Bucket Item Read')],
    calls: [],
    extraGroups: ['Workers R2 Storage Bucket Item Read'],
    note: THROUGH_S3,
  },
  {
    ...R2,
    id: 'r2-admin-write',
    title: 'R2 Admin Read & Write',
    hint: 'Buckets, settings, objects',
    exampleName: 'Terraform R2',
    policies: [onAccount('Workers R2 Storage Write')],
    calls: [
      call('GET', BUCKETS, 'lists the buckets'),
      call('POST', BUCKETS, 'creates a bucket'),
      call('DELETE', `${BUCKETS}/{bucket_name}`, 'deletes a bucket'),
    ],
    note: `It reaches all objects of all buckets. ${THROUGH_S3}`,
  },
  {
    ...R2,
    id: 'r2-admin-read',
    title: 'R2 Admin Read only',
    hint: 'Buckets, settings, objects',
    exampleName: 'Storage reports',
    policies: [onAccount('Workers R2 Storage Read')],
    calls: [
      call('GET', BUCKETS, 'lists the buckets'),
      call('GET', `${BUCKETS}/{bucket_name}`, 'reads a bucket’s settings'),
    ],
    note: `It reads all objects of all buckets. ${THROUGH_S3}`,
  },
]
