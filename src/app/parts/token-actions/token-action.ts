import type { Token } from '#domain/token/token.ts'

/** A change to one token that needs confirmation. */
export type TokenAction = { kind: 'roll' | 'disable' | 'enable' | 'delete'; token: Token }
