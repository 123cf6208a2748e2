import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { said } from './said.fixture.ts';

const fansub = [
	[
		'[SubsPlease] Kaze no Tabibito S2 - 07 (720p) [3FA9C1D2].mkv',
		'Kaze no Tabibito s2 e7 | 720p | SubsPlease'
	],
	['[SubsPlease] Kaze no Tabibito (01-12) (1080p) [Batch]', 'Kaze no Tabibito #1..12 | 1080p | SubsPlease'],
	[
		'[Erai-raws] Kaze no Tabibito 2nd Season - 07 [1080p][HEVC][Multiple Subtitle] [ENG][POR-BR][SPA-LA]',
		'Kaze no Tabibito s2 e7 | 1080p h265 | en pt-BR es | Erai-raws'
	],
	[
		'[Erai-raws] Kaze no Tabibito - 01 ~ 12 [1080p][Multiple Subtitle]',
		'Kaze no Tabibito #1..12 | 1080p | Erai-raws'
	],
	[
		'[UTW] Kaze no Tabibito - 07.5 [BD][h264-1080p][FLAC]',
		'Kaze no Tabibito #7.5 | 1080p bluray h264 flac | UTW'
	],
	[
		'[Coalgirls]_Kaze_no_Tabibito_07_(1920x1080_Blu-ray_FLAC)_[8C31F2AA].mkv',
		'Kaze no Tabibito #7 | 1080p bluray flac | Coalgirls'
	],
	[
		'[FFF] Kaze no Tabibito - NCOP1 [BD][1080p-FLAC][8C31F2AA].mkv',
		'Kaze no Tabibito | 1080p bluray flac | FFF'
	],
	['[FFF] Kaze no Tabibito - SP01 [1080p]', 'Kaze no Tabibito #1 | 1080p | FFF'],
	['[SubsPlease] 86 Days - 07 (1080p) [3FA9C1D2].mkv', '86 Days #7 | 1080p | SubsPlease'],
	['[SubsPlease] 22-7 - 07 (1080p) [3FA9C1D2].mkv', '22-7 #7 | 1080p | SubsPlease'],
	[
		'[SubsPlease] Kaze 4 no Tabibito - 07 (1080p) [3FA9C1D2].mkv',
		'Kaze 4 no Tabibito #7 | 1080p | SubsPlease'
	],
	[
		'[SubsPlease] Kaze no Tabibito The Final Season - 07 (1080p)',
		'Kaze no Tabibito The Final Season #7 | 1080p | SubsPlease'
	],
	['[Trix] Kaze no Tabibito - Episode 07v3 (720p)', 'Kaze no Tabibito #7 v3 | 720p | Trix'],
	['[Trix] Kaze no Tabibito - 07 & 08 [1080p]', 'Kaze no Tabibito #7,8 | 1080p | Trix'],
	['[Trix] Kaze no Tabibito – 07 [1080p]', 'Kaze no Tabibito #7 | 1080p | Trix'],
	['[Trix] Kaze no Tabibito - Special 01 [1080p]', 'Kaze no Tabibito #1 | 1080p | Trix'],
	['[Trix] Kaze no Tabibito OVA 01-03 [1080p]', 'Kaze no Tabibito #1,2,3 | 1080p | Trix'],
	['[Trix][Kaze no Tabibito][OVA][01][1080p]', 'Kaze no Tabibito #1 | 1080p | Trix'],
	['[Trix] Kaze no Tabibito - 07 (S02E01) [1080p]', 'Kaze no Tabibito s2 e1 #7 | 1080p | Trix'],
	['[Trix] Kaze no Tabibito S1-S2 (BD 1080p)', 'Kaze no Tabibito s1,2 whole | 1080p bluray | Trix'],
	['Kaze_no_Tabibito_-_07_[Trix][8C31F2AA].mkv', 'Kaze no Tabibito #7 | Trix'],
	['Kaze.no.Tabibito.07.VOSTFR.1080p.WEB.x264', 'Kaze no Tabibito #7 | 1080p web h264 | +fr'],
	[
		'[Kamigami] Kaze no Tabibito - 07 [1920x1080 x265 Ma10p AAC Sub(Chs,Cht,Jap)]',
		'Kaze no Tabibito #7 | 1080p h265 10bit aac | +zh +ja | Kamigami'
	],
	[
		'【喵萌奶茶】★04月新番★[风之旅人/Kaze no Tabibito][07][1080p][简体][招募翻译]',
		'Kaze no Tabibito #7 | 1080p | zh | 喵萌奶茶'
	],
	['【极影字幕社】★ 风之旅人 第07话 BIG5 720P MP4', '风之旅人 #7 | 720p | zh | 极影字幕社'],
	[
		'[GM-Team][国漫][风之旅人][Feng Zhi][2021][07][HEVC][GB][4K]',
		'Feng Zhi (2021) #7 | 2160p h265 | zh | GM-Team'
	],
	[
		'[NC-Raws] 風之旅人 / Kaze no Tabibito - 07 (B-Global 1920x1080 HEVC AAC MKV)',
		'Kaze no Tabibito #7 | 1080p h265 aac Bilibili | NC-Raws'
	],
	[
		'[ANi] 風之旅人 第二季 - 07 [1080P][Baha][WEB-DL][AAC AVC][CHT].mp4',
		'風之旅人 s2 e7 | 1080p web-dl h264 aac Bahamut | zh | ANi'
	]
] as const;

test.each(fansub)('fansubs: %s', (name, expected) => {
	expect(said(parse(name, { kind: 'series' }))).toBe(expected);
});

const general = [
	[
		'[Lilith-Raws] 风之旅人 第二季 / Kaze no Tabibito - 07 [Baha][WEB-DL][1080p]',
		'Kaze no Tabibito s2 e7 | 1080p web-dl Bahamut | zh | Lilith-Raws'
	],
	['Kaze no Tabibito S2 - E07', 'Kaze no Tabibito s2 e7'],
	['/anime/Kaze no Tabibito/Kaze no Tabibito - 07.mkv', 'Kaze no Tabibito #7'],
	[
		'[AnimeRG] Kaze no Tabibito (Wind Traveller) - 001-024 [Complete] [1080p]',
		'Kaze no Tabibito #1..24 | 1080p | AnimeRG'
	],
	['春の川 第4話 1080p', '春の川 e4 | 1080p | ja zh']
] as const;

test.each(general)('fansubs without being told: %s', (name, expected) => {
	expect(said(parse(name))).toBe(expected);
});
