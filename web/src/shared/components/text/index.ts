export { MoneyText } from './MoneyText';
export { PhoneText } from './PhoneText';
export { TimeText } from './TimeText';
