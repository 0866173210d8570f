import { summarizeCondition } from '#domain/condition/condition-words.ts'
import type { Token } from '#domain/token/token.ts'

/** Says what the ranges of a token come to: two halves of the internet are "Anywhere". */
export const RangeLimit = ({ condition }: Pick<Token, 'condition'>) => summarizeCondition(condition)
