import type { ParsedLocation } from '@tanstack/react-router'

/** The place of a location among the entries of the history: Back leads to a lower one. */
export const historyIndex = ({ state: { __TSR_index: index } }: Pick<ParsedLocation, 'state'>): number => index

/** What tells an entry of the history from any other, also from a later one in its place. */
export const historyKey = ({ state: { __TSR_key: key } }: Pick<ParsedLocation, 'state'>): string | undefined => key
