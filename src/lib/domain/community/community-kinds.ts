// Owns what a community may be: those who choose together.

export const communityKinds = ['village', 'quarter', 'site', 'fraction', 'villages-together'] as const;
export type CommunityKind = (typeof communityKinds)[number];
