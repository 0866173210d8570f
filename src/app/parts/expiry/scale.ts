/** The lines of a chart, so many tokens apart. */
export type Scale = { step: number; top: number }

/** Some four lines, the highest at or above the fullest bar. */
export function scaleOf(most: number): Scale {
  const step = roundStep(most / 4)
  return { step, top: step * Math.max(1, Math.ceil(most / step)) }
}

/** 1, 2, 5, 10, 20 and so on: the first that is not less. */
function roundStep(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return unit * ([1, 2, 5].find((factor) => factor * unit >= least) ?? 10)
}
