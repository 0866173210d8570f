import type { Token } from '#domain/token/token.ts'

/** A change to one token that asks before it happens. */
export type TokenAction = { kind: 'roll' | 'disable' | 'enable' | 'delete'; token: Token }
