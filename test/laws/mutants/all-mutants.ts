import { mutants } from '../mutants.ts';
import { patchedMutants } from './patched-mutants.ts';
import { simulatedMutants } from './simulated-mutants.ts';

/** Every deliberate fault, whatever catches it. */
export const allMutants: readonly { law: string; fault: string }[] = [
  ...mutants,
  ...simulatedMutants,
  ...patchedMutants,
];
