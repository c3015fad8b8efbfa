// Owns the list of all tables of `portal.db`, one file per slice.
export * from './account.ts';
export * from './assembly.ts';
export * from './audit.ts';
export * from './broadcast.ts';
export * from './community.ts';
export * from './event.ts';
export * from './event-media.ts';
export * from './joint.ts';
export * from './media.ts';
export * from './minutes.ts';
export * from './operations.ts';
export * from './proposal.ts';
export * from './result.ts';
export * from './sitting.ts';
export * from './station.ts';
export * from './vote.ts';
