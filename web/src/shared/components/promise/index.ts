export { Arithmetic } from './Arithmetic';
export { Because, type Reason } from './Because';
export { PromiseBar } from './PromiseBar';
export type { ArithmeticSpan, PromiseState, PromiseView } from './types';
