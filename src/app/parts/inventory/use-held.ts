import { useState } from 'react'

/** A value, or the one that was kept as long as that holds. */
export function useHeld<Value>(value: Value, holds: (kept: Value) => boolean): Value {
  const [kept, setKept] = useState(value)
  if (value === kept || holds(kept)) return kept
  setKept(value)
  return value
}
