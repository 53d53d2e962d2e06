export { MoneyText } from './MoneyText';
export { Parts } from './Parts';
export { PhoneText } from './PhoneText';
export { TimeText } from './TimeText';
