import { gotify } from './targets/gotify.ts';
import { ntfy } from './targets/ntfy.ts';
import { webhook } from './targets/webhook.ts';

export const targets = [ntfy, gotify, webhook] as const;
