// Owns spellings that the official list of 2015 lacks: what people write, and what maps print since the reform of 2023.
// Unofficial: gathered from the press and from what speakers write, without a list of the state. The P-code stays the key.
import type { PCode } from '#lib/domain/shared/ids.ts';

/** One name with the places that bear it: town, commune, cercle, region. */
const alsoCalled: readonly (readonly [aliases: readonly string[], codes: readonly string[]])[] = [
  [['Gawo'], ['ML070000000', 'ML070103', 'ML0701', 'ML07']],
  [
    ['Ɲɔrɔ', 'Nioro du Sahel'],
    ['ML010600000', 'ML010610', 'ML0106']
  ],
  [
    ['Tumutu', 'Tumbutu', 'Timbuktu'],
    ['ML060000000', 'ML060106', 'ML0601', 'ML06']
  ],
  [['Moti'], ['ML050000000', 'ML050109', 'ML0501', 'ML05']],
  [['Kayi'], ['ML010000000', 'ML010112', 'ML0101', 'ML01']],
  [['Sikaso'], ['ML030000000', 'ML030737', 'ML0307', 'ML03']],
  [['Kidali'], ['ML080000000', 'ML080102', 'ML0801', 'ML08']],
  [['Koulikoro'], ['ML02']],
  [
    ['Jɛnɛ', 'Jenne'],
    ['ML050500000', 'ML050503', 'ML0505']
  ],
  [['Kucala'], ['ML030500000', 'ML030516', 'ML0305']],
  [['Baraoueli'], ['ML0401']],
  [['Baroueli'], ['ML040100000', 'ML040101']],
  [['Rharous'], ['ML060400000', 'ML0604']],
  [
    ['Tin Essako', 'Tinessako'],
    ['ML080200000', 'ML080201', 'ML0802']
  ],
  [
    ['Aguelhok', 'Aguel-Hoc'],
    ['ML080401000', 'ML080401']
  ],
  [['Soni Ali Ber'], ['ML070106']]
];

/** Names of 2015 that are printed otherwise today, by code: shown instead of exactly that name, never of a later one. */
const printedToday: Readonly<Record<string, readonly [in2015: string, today: string]>> = {
  ML02: ['Koulikouro', 'Koulikoro'],
  ML04: ['Segou', 'Ségou'],
  ML0102: ['Bafoulabe', 'Bafoulabé'],
  ML0103: ['Diema', 'Diéma'],
  ML0104: ['Kenieba', 'Kéniéba'],
  ML0107: ['Yelimane', 'Yélimané'],
  ML0203: ['Dioila', 'Dioïla'],
  ML0303: ['Kolondieba', 'Kolondiéba'],
  ML0401: ['Baroueli', 'Barouéli'],
  ML0402: ['Segou', 'Ségou'],
  ML0505: ['Djenne', 'Djenné'],
  ML0508: ['Tenenkou', 'Ténenkou'],
  ML0602: ['Dire', 'Diré'],
  ML0605: ['Niafunke', 'Niafunké'],
  ML0704: ['Menaka', 'Ménaka'],
  ML0803: ['Abeibara', 'Abeïbara'],
  ML040000000: ['Segou', 'Ségou'],
  ML070403: ['Menaka', 'Ménaka']
};

/** Cercles of 2015 that lie in a region made since. Of Taoudénit no cercle of 2015 is the whole of one. */
const regionsSince: Readonly<Record<string, readonly string[]>> = {
  Bandiagara: ['ML0502', 'ML0503', 'ML0507'],
  Bougouni: ['ML0303', 'ML0304', 'ML0306'],
  Dioïla: ['ML0203'],
  Douentza: ['ML0506'],
  Kita: ['ML0105'],
  Koutiala: ['ML0302', 'ML0305'],
  Ménaka: ['ML0704'],
  Nara: ['ML0207'],
  Nioro: ['ML0103', 'ML0106'],
  San: ['ML0404', 'ML0406']
};

/** Every code that has aliases, with them. */
export const placeAliases: ReadonlyMap<PCode, readonly string[]> = new Map(
  alsoCalled.flatMap(([aliases, codes]) => codes.map((code) => [code as PCode, aliases] as const))
);

/** @param name as the official list has it. @returns the name to print. */
export function shownName(code: PCode, name: string): string {
  const [in2015, today] = printedToday[code] ?? [];
  return today !== undefined && name === in2015 ? today : name;
}

const regionByCercle = new Map(
  Object.entries(regionsSince).flatMap(([name, codes]) => codes.map((code) => [code, name]))
);

/** The region in which a cercle of 2015 lies today, where that is another one than its code says; unofficial. */
export const regionToday = (cercle: PCode): string | null => regionByCercle.get(cercle) ?? null;
