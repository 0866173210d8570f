import type { LabelPlace } from '#domain/token/timeline-labels.ts'
import type { TimelinePoint, TimelineSpan } from '#domain/token/timeline.ts'
import styles from './timeline.module.css'

type TimelineLineProps = {
  /** The room it is for: labels take a greater share of a narrow line. */
  size: 'wide' | 'narrow'
  spans: TimelineSpan[]
  labels: (TimelinePoint & { place: LabelPlace })[]
  isOpen: boolean
  labelWidth: number
}

/** The drawn line with its points, each joined to its label. The list of labels says the same in words. */
export function TimelineLine({ size, spans, labels, isOpen, labelWidth }: TimelineLineProps) {
  return (
    <svg className={styles.line} data-size={size} aria-hidden>
      {spans.map(({ kind, from, to }) => (
        <line key={kind} data-span={kind} x1={percent(from)} x2={percent(to)} y1={LINE_Y} y2={LINE_Y} />
      ))}
      {labels.map(({ kind, x, place: { from, lane } }) => {
        const side = lane === 'above' ? -1 : 1
        const joint = Math.min(Math.max(x, from + JOINT_MARGIN), from + labelWidth - JOINT_MARGIN)
        return (
          <line
            key={kind}
            className={styles.joint}
            x1={percent(Math.abs(joint - x) < JOINT_MARGIN + ROUNDING ? x : joint)}
            y1={LINE_Y + side * 14}
            x2={percent(x)}
            y2={LINE_Y + side * 8}
          />
        )
      })}
      {labels.map(({ kind, x }) => (
        // A nested picture puts shapes at a place that is a percentage.
        <svg key={kind} x={percent(x)} y={LINE_Y} className={styles.point} data-kind={kind}>
          {kind === 'now' ? (
            <path d="M0-11V11" />
          ) : kind === 'expires' ? (
            <path d="M0-6 6 0 0 6-6 0z" />
          ) : (
            <circle r={4.5} />
          )}
        </svg>
      ))}
      {isOpen && (
        <svg x="100%" y={LINE_Y} className={styles.point} data-kind="open">
          <path d="M-5-5 0 0-5 5" />
        </svg>
      )}
    </svg>
  )
}

/** The height of the line, below labels of two rows. */
const LINE_Y = 48
/** A label is joined a little inside its edges. */
const JOINT_MARGIN = 0.01
/** 1 - 0.99 is a little more than 0.01. */
const ROUNDING = 1e-6

const percent = (share: number) => `${share * 100}%`
