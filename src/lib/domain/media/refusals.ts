// Owns the codes with which an upload is refused; each has its words in every language.

export type PictureRefusal =
  | 'picture-too-heavy'
  /** No still picture in JPEG, PNG or WebP, whatever its name says. */
  | 'picture-kind'
  | 'picture-too-large'
  /** Cut off, damaged, or with another program's file behind it. */
  | 'picture-broken';

export type VoiceRefusal = 'voice-too-heavy' | 'voice-kind' | 'voice-broken' | 'voice-too-long';

export type KeepingRefusal = 'uploads-used-up' | 'uploads-busy' | 'uploads-no-room';

/** Of a voice that is kept already, and can not go to the radios. */
export type RadioRefusal =
  /** Only a program that this installation lacks could decode it. */
  'radio-needs-ffmpeg' | 'radio-broken' | 'radio-busy';

/** Of a voice of which no small file for phones could be made. */
export type PhoneVoiceRefusal =
  /** Only a program that this installation lacks could make it smaller. */
  'voice-needs-ffmpeg' | 'voice-not-for-phones' | 'radio-busy';
