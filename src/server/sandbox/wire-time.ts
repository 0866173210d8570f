export const DAY = 86_400_000

/** A time as the API writes it: whole seconds, UTC. */
export const wireTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
