import type { Template } from '#domain/policy/template.ts'

/** What templates are listed under, in this order. */
export const TOPICS = {
  dns: 'DNS',
  certificates: 'Certificates',
  workers: 'Workers and Pages',
  traffic: 'Traffic, cache and logs',
  storage: 'R2 storage',
  account: 'Whole account',
} as const

export type Topic = keyof typeof TOPICS

/** A template of the editor. */
export type ListedTemplate = Template & { topic: Topic }
