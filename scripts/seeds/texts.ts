// Owns what the people of the demonstration propose, announce and promise. Invented; the places are real.
import type { MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';
import type { ProposalInput } from '#lib/server/proposal/forms.ts';

export type Idea = ProposalInput & {
  readonly feasible: boolean | null;
  readonly cost: number;
  readonly reason: string;
  readonly upkeepOwner: string;
};

const common = { feasible: true as boolean | null, reason: '', language: 'fr' as const };

/** By what they are called here alone. */
export const idea = {
  borehole: {
    ...common,
    title: 'Réparer le forage du centre',
    need: 'La pompe est en panne depuis huit mois. Les femmes marchent une heure pour chercher l’eau.',
    gainers: 'Environ 900 personnes et leurs animaux',
    place: 'Près de la place du marché',
    category: 'water',
    proposerGroup: 'women',
    cost: 4_200_000,
    upkeepOwner: 'Comité de l’eau, deux réparatrices formées'
  },
  classrooms: {
    ...common,
    title: 'Deux salles de classe',
    need: 'Cent vingt enfants suivent la classe dehors. Quand il pleut, il n’y a pas d’école.',
    gainers: '120 enfants de 6 à 12 ans',
    place: 'Cour de l’école',
    category: 'school',
    proposerGroup: 'everyone',
    cost: 9_800_000,
    upkeepOwner: 'Association des parents d’élèves'
  },
  clinic: {
    ...common,
    title: 'Kɛnɛyaso dilanni',
    need: 'Kɛnɛyaso tiɲɛna. Muso kɔnɔmaw bɛ taa yɔrɔ jan na.',
    gainers: 'Musow ani denw',
    place: 'Kɛnɛyaso kɔrɔ',
    category: 'health',
    proposerGroup: 'returned-women',
    language: 'bm',
    cost: 7_500_000,
    upkeepOwner: 'Kɛnɛya komite'
  },
  market: {
    ...common,
    title: 'Un marché couvert pour tous',
    need: 'Les vendeuses de retour n’ont pas de place. Sous un même toit, chacun vendrait sans dispute.',
    gainers: '60 vendeuses et vendeurs',
    place: 'Terrain donné par le chef de village',
    category: 'market',
    proposerGroup: 'returned',
    cost: 6_100_000,
    upkeepOwner: 'Groupement des vendeuses'
  },
  cereals: {
    ...common,
    title: 'Une banque de céréales',
    need: 'En saison de soudure, le mil manque et coûte le double.',
    gainers: '140 ménages',
    place: 'À côté de la mosquée',
    category: 'farming',
    proposerGroup: 'hosts',
    cost: 5_400_000,
    upkeepOwner: 'Coopérative des agriculteurs'
  },
  tarmac: {
    ...common,
    feasible: false,
    title: 'Goudronner la route de Gao',
    need: 'En hivernage, aucune voiture ne passe.',
    gainers: 'Toute la commune',
    place: 'De Gao au village',
    category: 'road',
    proposerGroup: 'men',
    cost: 0,
    reason: 'Le coût dépasse de loin la somme disponible. La demande est transmise à la commune.',
    upkeepOwner: ''
  },
  pitch: {
    ...common,
    feasible: null,
    title: 'Un terrain de football',
    need: 'Les jeunes du village et les jeunes de retour joueraient ensemble.',
    gainers: 'Environ 200 jeunes',
    place: 'Au nord du village',
    category: 'youth-and-sport',
    proposerGroup: 'youth',
    cost: 2_000_000,
    upkeepOwner: ''
  },
  garden: {
    ...common,
    title: 'Un jardin maraîcher clôturé',
    need: 'Les animaux mangent les légumes des femmes, et l’eau du marigot s’arrête en février.',
    gainers: '75 femmes, hôtes et de retour',
    place: 'Au bord du marigot, terrain donné par le conseil de village',
    category: 'farming',
    proposerGroup: 'women',
    cost: 3_900_000,
    upkeepOwner: 'Groupement des maraîchères'
  },
  mill: {
    ...common,
    title: 'Un moulin et une décortiqueuse',
    need: 'Les femmes pilent le mil trois heures par jour. Le moulin d’avant a été emporté pendant la crise.',
    gainers: 'Environ 400 femmes et filles',
    place: 'Derrière l’école',
    category: 'energy',
    proposerGroup: 'returned',
    cost: 4_800_000,
    upkeepOwner: 'Comité du moulin, une meunière formée'
  }
} as const satisfies Readonly<Record<string, Idea>>;

/** Seven of one village; the last two are not feasible, or wait. */
export const ideas: readonly Idea[] = [
  idea.borehole,
  idea.classrooms,
  idea.clinic,
  idea.market,
  idea.cereals,
  idea.tarmac,
  idea.pitch
];

/** @param ahead the day so many days after the assembly. */
export const assemblyNotes = (ahead: (days: number) => string): MinutesNotes => ({
  language: 'fr',
  languages: ['ses', 'fr'],
  interpreter: false,
  called: ['crier', 'radio'],
  calledOn: ahead(-7),
  readAloud: true,
  prevention: 'finger',
  authorities: 'Chef du village, un conseiller communal, 2 agents d’ONG',
  assisted: 7,
  helpers: ['relative', 'committee-member'],
  commitments: {
    land: { text: 'Le forage est déjà sur un terrain de tous', day: null },
    labour: { text: 'Dix personnes par quartier pour la tranchée', day: ahead(20) },
    upkeep: { text: 'Cinq personnes choisies, dont trois femmes', day: ahead(14) },
    site: { text: 'Le forage du centre', day: null }
  },
  nextDay: ahead(14),
  nextPlace: 'Place du marché',
  closedAt: null
});
