import styles from './use-legend.module.css'

/** What the two patterns of a bar mean: tokens in use, and the others. */
export const UseLegend = ({ className = '' }: { className?: string | undefined }) => (
  <ul className={`${styles.legend} ${className}`}>
    <li data-swatch="use">Used in the last 7 days</li>
    <li data-swatch="idle">Not used</li>
  </ul>
)
