export { ActionButtons, type ServerAction } from './ActionButtons';
export { ConfirmDialog } from './ConfirmDialog';
