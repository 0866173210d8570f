import type { ParsedLocation } from '@tanstack/react-router'

/** The place of a location among the entries of the history: Back leads to a lower one. */
export const historyIndex = ({ state: { __TSR_index: index } }: Pick<ParsedLocation, 'state'>): number => index
