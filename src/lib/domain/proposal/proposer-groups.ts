// Owns whom a proposal is carried by. "At least one option carried by women and one by returned or displaced people."

export const proposerGroups = {
  everyone: { icon: 'people', women: false, returned: false },
  women: { icon: 'woman', women: true, returned: false },
  men: { icon: 'man', women: false, returned: false },
  youth: { icon: 'youth', women: false, returned: false },
  returned: { icon: 'return', women: false, returned: true },
  'returned-women': { icon: 'return', women: true, returned: true },
  hosts: { icon: 'home', women: false, returned: false },
  disability: { icon: 'cane', women: false, returned: false }
} as const;

export type ProposerGroup = keyof typeof proposerGroups;
export const proposerGroupCodes = Object.keys(proposerGroups) as ProposerGroup[];
