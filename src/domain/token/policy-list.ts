import type { Token } from './token.ts'

/** Whether a token came with a list of policies. Without one nobody knows what it can do. */
export const hasPolicyList = ({ wire }: Pick<Token, 'wire'>): boolean => Array.isArray(wire.policies)
