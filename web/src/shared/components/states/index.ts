export { EmptyState } from './EmptyState';
export { CrashPage, ForbiddenPage, LoadingPage, NotFoundPage, ReadProblem } from './Pages';
export { ProblemAlert } from './ProblemAlert';
export { mayRetry, problemTitle } from './problemTitle';
