import { judge, type Comparison, type JudgeOptions } from '#core/decision/judge.ts';
import { createFormatMatcher } from '#core/formats/format-matcher.ts';
import type { Format } from '#core/formats/format.ts';
import type { Profile } from '#core/formats/profile.ts';

export interface JudgeWork {
	names: readonly string[];
	profile: Profile;
	formats: readonly Format[];
	options: JudgeOptions;
}

export default function judgeNames({ names, profile, formats, options }: JudgeWork): Comparison {
	return judge(names, { profile, matcher: createFormatMatcher(formats) }, options);
}
