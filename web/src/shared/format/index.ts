export { formatBytes } from './bytes';
export { currentZone, formatInstant, formatShortInstant, instantOfWall, setZone, toMillis, type Instant, type InstantPrecision } from './instant';
export { formatFen, parseYuan } from './money';
export { formatPhone } from './phone';
export { formatNamed, formatRow } from './punctuation';
export { formatAgo, formatSpan, formatSpanIn } from './span';
export { discountScale, formatDiscount, formatRate, sharePermille } from './rate';
