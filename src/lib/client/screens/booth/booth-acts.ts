// Owns what two people may do between two voters.
export type BoothAct = 'pause' | 'close' | 'void';
