import { qbittorrent } from './qbittorrent.ts';

export const clients = [qbittorrent] as const;
