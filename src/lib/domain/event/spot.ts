// Owns what a recording is that radios' programs may air by themselves.
import type { ContentLanguage } from '../shared/languages.ts';
import type { AnnouncedEvent } from './announced-event.ts';

/** `file` is the last part of its address. `since`: when radios could first have it. */
export type Spot = {
  readonly event: AnnouncedEvent;
  readonly language: ContentLanguage;
  readonly file: string;
  readonly type: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly since: string;
};
