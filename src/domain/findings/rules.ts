import { ADDRESS_RULES } from './addresses.ts'
import { DANGER_RULES } from './danger.ts'
import { NOTHING_RULES } from './nothing.ts'
import { ORDER_RULES } from './order.ts'
import type { Rule } from './rule.ts'
import { TIME_RULES } from './time.ts'
import { WIDE_RULES } from './wide.ts'

/** All rules, in the order of their families. */
export const RULES: readonly Rule[] = [
  ...DANGER_RULES,
  ...WIDE_RULES,
  ...NOTHING_RULES,
  ...TIME_RULES,
  ...ADDRESS_RULES,
  ...ORDER_RULES,
]
