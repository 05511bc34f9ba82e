import type { ReportQuery } from '../../model/query.ts';
import type { Baseline } from '../../model/result.ts';

/** What was found, from a report's numbers alone: the same numbers give the same finding, to the letter. */
export interface Finding {
  readonly kind: Kind;
  /** From 0 to 100; how much it says. Ranks of kinds are apart by tens, what is found of one kind by its size. */
  readonly score: number;
  /** Short, with its numbers, as plain text. */
  readonly sentence: string;
  /** What it is made of, for whoever asks how. */
  readonly numbers: readonly NumberFound[];
  /** What it is about: of several findings about one thing the best says enough. */
  readonly about: string;
}

export interface NumberFound {
  readonly label: string;
  /** As people read it: `412`, `14m 35s`, `24%`. */
  readonly value: string;
}

export type Kind =
  | 'silence'
  | 'unusual'
  | 'new tag'
  | 'mix'
  | 'change'
  | 'gone tag'
  | 'share'
  | 'record'
  | 'streak'
  | 'peak'
  | 'alike tags';

/** What the rules look at. */
export interface Evidence extends Pick<Baseline, 'headline' | 'table'> {
  readonly query: Pick<ReportQuery, 'range' | 'distribution' | 'filters'>;
  /** null: there is nothing to compare with. */
  readonly baseline: Baseline | null;
  /** Somebody asked for the comparison: then the changes of the headline are said anyway. */
  readonly isComparisonAsked: boolean;
}

export interface Rule {
  readonly kind: Kind;
  /** In a sentence or two for people, with its thresholds. */
  readonly explanation: string;
  find(evidence: Evidence): readonly Finding[];
}

/** Less than these many things make no finding: any of them would move it. */
export const ENOUGH = 20;

/** What a kind scores at least. */
const BASE: Record<Kind, number> = {
  silence: 90,
  unusual: 80,
  'new tag': 70,
  // Why a number has changed says more than that it has.
  mix: 65,
  change: 60,
  'gone tag': 55,
  share: 50,
  record: 45,
  streak: 40,
  peak: 30,
  'alike tags': 20,
};
const MOST_BY_SIZE = 9;

/** `size` tells findings of one kind apart: from 0 on, beyond 1 all are alike. */
export function scoreOf(kind: Kind, size: number): number {
  return BASE[kind] + Math.round(MOST_BY_SIZE * Math.min(1, Math.max(0, size)) * 100) / 100;
}

/** How far counts of things that come by chance swing by themselves. */
export const chanceOf = (...counts: readonly number[]): number => Math.sqrt(counts.reduce((sum, each) => sum + each, 0));
