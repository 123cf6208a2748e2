import { aria2 } from './aria2.ts';
import { deluge } from './deluge.ts';
import { nzbget } from './nzbget.ts';
import { qbittorrent } from './qbittorrent.ts';
import { sabnzbd } from './sabnzbd.ts';
import { transmission } from './transmission.ts';
import { watchedFolder } from './watched-folder.ts';

export const clients = [qbittorrent, transmission, deluge, aria2, sabnzbd, nzbget, watchedFolder] as const;
