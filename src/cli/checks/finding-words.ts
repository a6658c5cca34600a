/** What a check can find, by code, and where something is to be mended, how: in English here, in Hebrew in the console. */
export const findingWords = {
  'node.recent': { what: 'node: {{version}}' },
  'node.old': { what: 'node: {{version}} is too old', how: 'install Node {{oldest}} or later' },
  'environment.usable': { what: 'environment: every variable that is set can be used' },
  'environment.wrong': { what: 'environment: {{problem}}', how: 'mend this variable, then run doctor again' },
  'adminToken.set': { what: 'admin token: set' },
  'adminToken.unset': { what: 'admin token: not set, so one is made at the first start and shown once' },
  'database.memory': {
    what: 'database: embedded, and kept in memory only',
    how: 'unset DATA_DIR or set it to a folder, or set DATABASE_URL',
  },
  'database.embedded': {
    what: 'database: embedded, kept in {{folder}} (fine for one node; set DATABASE_URL for more)',
  },
  'database.unwritable': {
    what: 'database: {{folder}} cannot be written',
    how: 'give this user the folder, or set DATA_DIR to another',
  },
  'database.silent': {
    what: 'database: no answer ({{fault}})',
    how: 'check DATABASE_URL, the user, the password and the network',
  },
  'database.old': { what: 'database: {{server}} is too old', how: 'use Postgres 15 or later' },
  'database.noGist': {
    what: 'database: {{server}} lacks btree_gist',
    how: 'install the contrib extensions of Postgres',
  },
  'database.answers': { what: 'database: {{server}} answers' },
  'migrations.newer': {
    what: 'migrations: the schema is newer than this code',
    how: 'deploy the version that made this schema, or a later one',
  },
  'migrations.applied': { what: 'migrations: all {{applied}} applied' },
  'migrations.pending': { what: 'migrations: {{pending}} to apply; the next start does it' },
  'law.holds': { what: 'law {{law}}' },
  'law.broken': {
    what: 'law {{law}}: {{rows}} rows break it',
    how: 'look at these rows before anything else, and report it',
  },
  'clock.alone': { what: 'clock: {{at}} (no outside clock to compare with)' },
  'clock.right': { what: 'clock: {{at}}, right to a few seconds' },
  'clock.fast': { what: 'clock: {{seconds}} s fast', how: 'let this machine set its clock by NTP' },
  'clock.slow': { what: 'clock: {{seconds}} s slow', how: 'let this machine set its clock by NTP' },
  'zone.known': {
    what: 'time zone: Asia/Jerusalem and Hebrew dates are known (this machine is in {{server}}, which does not matter)',
  },
  'zone.unknown': {
    what: 'time zone: this Node does not know Asia/Jerusalem or Hebrew',
    how: 'use a Node build with full ICU data',
  },
  'openai.noKey': {
    what: 'openai: no key, so the built-in practice model answers',
    how: 'set OPENAI_API_KEY to a key of your OpenAI project',
  },
  'openai.keyRefused': { what: 'openai: the key was refused', how: 'make a new key and set OPENAI_API_KEY' },
  'openai.unreachable': {
    what: 'openai: no list of models from {{url}} ({{reason}})',
    how: 'check OPENAI_BASE_URL and the way out of this network',
  },
  'openai.keyAccepted': { what: 'openai: {{url}} accepts the key' },
  'model.serves': { what: 'openai: {{model}} serves, for {{variable}}' },
  'model.servesUntil': { what: 'openai: {{model}} serves until {{date}}, for {{variable}}' },
  'model.closing': {
    what: 'openai: {{model}} is switched off on {{date}}, in {{days}} days',
    how: 'name a model that stays in {{variable}}',
  },
  'model.closingCovered': {
    what: 'openai: {{model}} is switched off on {{date}}, in {{days}} days; {{other}} takes over, for {{variable}}',
  },
  'model.closed': {
    what: 'openai: {{model}} was switched off on {{date}}',
    how: 'name a model that stays in {{variable}}',
  },
  'model.closedCovered': {
    what: 'openai: {{model}} was switched off on {{date}}; {{other}} takes over, for {{variable}}',
  },
  'model.missing': {
    what: 'openai: {{model}} is not among the models of this key',
    how: 'name a model that stays in {{variable}}',
  },
  'model.missingCovered': {
    what: 'openai: {{model}} is not among the models of this key; {{other}} takes over, for {{variable}}',
  },
  'twilio.noToken': {
    what: 'twilio: no auth token, so webhooks answer 503',
    how: 'set TWILIO_AUTH_TOKEN from the Twilio console',
  },
  'twilio.noAccount': {
    what: 'twilio: no account, so its numbers cannot be checked',
    how: 'set TWILIO_ACCOUNT_SID from the Twilio console',
  },
  'twilio.refused': {
    what: 'twilio: the credentials were refused',
    how: 'copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN again',
  },
  'twilio.accepted': { what: 'twilio: the credentials are accepted' },
  'twilio.unreachable': {
    what: 'twilio: its API gave no list of numbers ({{why}})',
    how: 'check the way out of this network and try again',
  },
  'twilio.noNumbers': {
    what: 'twilio: the account has no phone number',
    how: 'buy a number in the Twilio console and give it to a business',
  },
  'number.nowhere': {
    what: 'twilio: {{number}} rings nowhere',
    how: 'if it is a number of this service, set its voice webhook to POST {{webhook}}',
  },
  'number.elsewhere': {
    what: 'twilio: {{number}} rings {{where}}',
    how: 'if it is a number of this service, set its voice webhook to POST {{webhook}}',
  },
  'number.noStatus': {
    what: 'twilio: {{number}} reports no call status',
    how: 'set its status callback to POST {{callback}}',
  },
  'number.noFallback': {
    what: 'twilio: {{number}} has nobody to ask when a webhook fails, so the call would just end',
    how: 'set its fallback ("primary handler fails") to POST {{webhook}}',
  },
  'number.here': { what: 'twilio: {{number}} rings here' },
  'address.inside': {
    what: 'public address: {{url}} cannot be reached from outside',
    how: 'set PUBLIC_URL to the https origin your balancer or tunnel gives, such as https://calls.example.com',
  },
  'address.plain': {
    what: 'public address: {{url}} is not https',
    how: 'put TLS in front and set PUBLIC_URL to the https origin; Twilio streams only over wss',
  },
  'address.outside': { what: 'public address: {{url}} (webhook {{url}}/twilio/voice), listening on {{host}}' },
} as const satisfies Record<string, { what: string; how?: string }>;

export type FindingCode = keyof typeof findingWords;
