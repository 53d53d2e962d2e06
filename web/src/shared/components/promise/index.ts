export { Arithmetic } from './Arithmetic';
export { PromiseBar } from './PromiseBar';
export type { ArithmeticSpan, PromiseState, PromiseView } from './types';
