import { expect, test } from 'vitest'
import { zone } from '#domain/reach/testing.ts'
import { DEFAULT_SETTINGS } from './context.ts'
import type { RuleId } from './finding.ts'
import { allowing, severity, token } from './testing.ts'

export type Fields = Parameters<typeof token>[0]
type Row = [string, Fields, string | undefined]
/** Each row: its title, the fields of a token, and how urgent the rule finds it. */
export const rule = (id: RuleId, rows: Row[]) =>
  test.each(rows)('%s', (_, fields, expected) => {
    expect(severity(id, token(fields))).toBe(expected)
  })
export const ENDLESS = { expires_on: null }
export const writing = (fields: Fields = {}) => allowing(['DNS Write'], zone('1'), fields)
export const emergency = { settings: { ...DEFAULT_SETTINGS, breakGlass: ['Break*glass'] } }
export const spare = { name: 'break-glass' }
