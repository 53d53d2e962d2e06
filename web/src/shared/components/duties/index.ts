export { AgreementDuties, UnitDuties } from './Duties';
