export { VisitSettlement } from './visit-settlement.js';
