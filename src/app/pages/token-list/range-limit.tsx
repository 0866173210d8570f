import { summarizeCondition } from '#domain/condition/summarize-condition.ts'
import type { Token } from '#domain/token/token.ts'
import { LimitCell } from './limit-cell.tsx'

/** Says what the ranges of a token come to: two halves of the internet are "Anywhere". */
export function RangeLimit({ condition }: Pick<Token, 'condition'>) {
  return <LimitCell>{summarizeCondition(condition)}</LimitCell>
}
