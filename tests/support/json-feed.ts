// Owns judging a JSON Feed against a schema of version 1.1, written from its public specification.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const address = { type: 'string', format: 'uri', pattern: '^https?://' };
const text = { type: 'string', minLength: 1 };
const authors = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: text, url: address, avatar: address },
    anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
    additionalProperties: false
  }
};
const attachment = {
  type: 'object',
  properties: {
    url: address,
    mime_type: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
    title: text,
    size_in_bytes: { type: 'integer', minimum: 1 },
    duration_in_seconds: { type: 'number', exclusiveMinimum: 0 }
  },
  required: ['url', 'mime_type'],
  additionalProperties: false
};
const item = {
  type: 'object',
  properties: {
    id: text,
    url: address,
    external_url: address,
    title: text,
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: text,
    image: address,
    banner_image: address,
    date_published: { type: 'string', format: 'date-time' },
    date_modified: { type: 'string', format: 'date-time' },
    authors,
    tags: { type: 'array', items: text },
    language: text,
    attachments: { type: 'array', items: attachment }
  },
  required: ['id'],
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
  additionalProperties: false,
  patternProperties: { '^_[a-z]': { type: 'object' } }
};
const schema = {
  type: 'object',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: address,
    feed_url: address,
    description: text,
    user_comment: text,
    next_url: address,
    icon: address,
    favicon: address,
    authors,
    language: text,
    expired: { type: 'boolean' },
    hubs: { type: 'array' },
    items: { type: 'array', items: item }
  },
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  patternProperties: { '^_[a-z]': { type: 'object' } }
};

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile<{ items: { id: string }[] }>(schema);

/** @returns what is broken; nothing of a good one. */
export function brokenInJsonFeed(body: string): readonly string[] {
  const feed: unknown = JSON.parse(body);
  if (!fits(feed)) return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const ids = feed.items.map(({ id }) => id);
  return new Set(ids).size === ids.length ? [] : ['ids are not unique'];
}
