// Owns what the form of a recording must hold: a file. What is in it, the service judges.
import * as v from 'valibot';
import { optionalFile } from '../form/fields.ts';

export const recordingForm = v.object({ voice: optionalFile });
