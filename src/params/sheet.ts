import { isSheet } from '#lib/domain/vote/sheets.ts';

export const match = isSheet;
