import fc from 'fast-check';

// The same examples in every run, so that a failure is that of a change; `SEED=$RANDOM npm test` looks at others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) });
