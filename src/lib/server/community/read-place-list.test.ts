import { describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { readPlaceList } from './read-place-list.ts';

const header = 'pcode,name,alt_name,place_class,adm1_pcode,adm1_name,adm2_pcode,adm2_name,adm3_pcode,adm3_name,lat,lon';
const gao = 'ML07,Gao,ML0701,Gao,ML070104,Gounzoureye';
const wabaria = `ML070104035,Wabaria,,5,${gao},16.19078,-0.03220`;
const csv = (...rows: string[]) => [header, ...rows].join('\n');

const placesOf = (text: string) => {
  const read = readPlaceList(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.list.places;
};
const problemsOf = (text: string) => {
  const read = readPlaceList(text);
  return read.ok ? [] : read.problems.map(({ line, reason }) => [line, reason]);
};

describe('a list of places', () => {
  it('carries the whole tree', () => {
    const places = placesOf(csv(wabaria));
    expect([...places.keys()]).toEqual(['ML07', 'ML0701', 'ML070104', 'ML070104035']);
    expect(places.get('ML070104035' as PCode)).toEqual({
      pcode: 'ML070104035',
      level: 4,
      name: 'Wabaria',
      alternative: null,
      parent: 'ML070104',
      position: { latitude: 16.19078, longitude: -0.0322 }
    });
    expect(places.get('ML070104' as PCode)?.position).toBeNull();
  });

  it.each([
    ['regions', 'adm0_name,adm1_name,adm1_pcode\nMali,Gao,ML07', ['ML07']],
    ['cercles', 'adm1_name,adm1_pcode,adm2_name,adm2_pcode\nGao,ML07,Gao,ML0701', ['ML07', 'ML0701']],
    [
      'communes in capitals',
      'ADM3_FR,ADM3_PCODE,ADM2_FR,ADM2_PCODE,ADM1_FR,ADM1_PCODE\nGounzoureye,ML070104,Gao,ML0701,Gao,ML07',
      ['ML07', 'ML0701', 'ML070104']
    ]
  ])('is recognised by its header: %s', (_, text, codes) => expect([...placesOf(text).keys()]).toEqual(codes));

  it('may begin with a byte order mark, end lines as Windows does, and part columns by semicolons', () => {
    const windows = `\uFEFF${csv(wabaria.replace('16.19078', '16#19078')).replaceAll(',', ';').replace('#', ',')}`;
    expect([...placesOf(windows.replaceAll('\n', '\r\n')).values()]).toEqual([...placesOf(csv(wabaria)).values()]);
  });
  it('may have its columns in another order, and more of them', () => {
    const text = 'lon,lat,notes,name,pcode,adm3_name,adm3_pcode,adm2_name,adm2_pcode,adm1_name,adm1_pcode\n';
    const row = '-0.0322,16.19078,"a, b",Wabaria,ML070104035,Gounzoureye,ML070104,Gao,ML0701,Gao,ML07\n\n';
    expect([...placesOf(text + row).values()]).toEqual([...placesOf(csv(wabaria)).values()]);
  });
  it('may say the same twice', () => expect(placesOf(csv(wabaria, wabaria)).size).toBe(4));
});

describe('a list is refused, with the line,', () => {
  it.each([
    ['of another header', 'a,b\n1,2', [[1, 'header-unknown']]],
    ['of a header without the region', 'adm2_pcode,adm2_name\nML0701,Gao', [[1, 'header-unknown']]],
    ['of nothing', '', [[1, 'list-empty']]],
    ['of a header alone', `${header}\n`, [[1, 'list-empty']]],
    ['of a quote never closed', csv(wabaria, '"ML070104036,x'), [[3, 'quotes-wrong']]],
    ['of a missing column', csv(wabaria, 'ML070104036,Kadji'), [[3, 'columns-wrong']]],
    ['of a missing code', csv(wabaria.replace('ML070104035', '')), [[2, 'code-missing']]],
    ['of a malformed code', csv(wabaria.replace('ML070104035', 'ML07010403')), [[2, 'code-malformed']]],
    ['of a code of another level', csv(wabaria.replace('ML070104,', 'ML0701,')), [[2, 'code-malformed']]],
    ['of a missing name', csv(wabaria.replace('Wabaria', ' ')), [[2, 'name-missing']]],
    ['of another encoding', csv(wabaria.replace('Wabaria', 'Sé\uFFFDou')), [[2, 'name-unreadable']]],
    ['of words for coordinates', csv(wabaria.replace('16.19078', 'north')), [[2, 'coordinates-wrong']]],
    ['of half a position', csv(wabaria.replace('16.19078', '')), [[2, 'coordinates-wrong']]],
    [
      'of coordinates the wrong way round',
      csv(wabaria.replace('16.19078,-0.03220', '-0.03220,16.19078')),
      [[2, 'coordinates-wrong']]
    ],
    ['of one code for two places', csv(wabaria, wabaria.replace('Wabaria', 'Kadji')), [[3, 'code-differs']]],
    ['of two names for one commune', csv(wabaria, `ML070104036,Kadji,,5,${gao}x,,`), [[3, 'code-differs']]]
  ])('%s', (_, text, problems) => expect(problemsOf(text)).toEqual(problems));

  it('and all its wrong rows at once', () =>
    expect(problemsOf(csv('ML07', wabaria, wabaria.replace('ML070104035', '')))).toEqual([
      [2, 'columns-wrong'],
      [4, 'code-missing']
    ]));
});
