// What docs/scale.md decides by simulation: who should make the renditions of one original, and in which order a plan should store them.
// usage: bench/scale [SEED]
"use strict";

const seed = Number(process.argv[2] ?? 13);
let state = seed >>> 0;
/** A number of [0, 1), the same for the same seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const exponential = (mean) => -mean * Math.log(1 - random());
const percentile = (sorted, p) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))];

/** Cost of a rendition in milliseconds of one core: the fetch and decode of its original, and what is its own. */
const DECODE_MS = 60;
const ENCODE_MS = 25;
const FAMILY = 8;
const CORES = 2;

/** One processor: its cores' times of being free, and which originals it decoded lately. */
class Processor {
  constructor() {
    this.free = new Array(CORES).fill(0);
    this.decoded = new Map();
    this.decodes = 0;
  }

  /** @return when the rendition is there */
  make(at, original) {
    const core = this.free.indexOf(Math.min(...this.free));
    const known = this.decoded.has(original) && at - this.decoded.get(original) < 2000;
    const start = Math.max(at, this.free[core]);
    this.free[core] = start + ENCODE_MS + (known ? 0 : DECODE_MS);
    if (!known) {
      this.decodes++;
    }
    this.decoded.set(original, at);
    return this.free[core];
  }

  waiting(at) {
    return Math.max(0, Math.min(...this.free) - at);
  }
}

const ROUTES = {
  "round robin": (processors, _original, count) => processors[count % processors.length],
  "by original": (processors, original) => processors[original % processors.length],
  "by original, next one when 500 ms behind": (processors, original, _count, at) => {
    for (let i = 0; i < processors.length; i++) {
      const processor = processors[(original + i) % processors.length];
      if (processor.waiting(at) < 500) {
        return processor;
      }
    }
    return processors[original % processors.length];
  },
};

/** Families of one original arrive at random times; every member goes where the route says. */
function routing(name, count, load) {
  const processors = Array.from({ length: count }, () => new Processor());
  const lone = FAMILY * (DECODE_MS + ENCODE_MS);
  const every = lone / (load * count * CORES);
  const times = [];
  let requests = 0;
  for (let family = 0, at = 0; family < 20000; family++, at += exponential(every)) {
    const original = Math.floor(random() * 2 ** 31);
    for (let member = 0; member < FAMILY; member++) {
      const end = ROUTES[name](processors, original, requests++, at).make(at, original);
      times.push(end - at);
    }
  }
  times.sort((a, b) => a - b);
  const decodes = processors.reduce((sum, processor) => sum + processor.decodes, 0) / 20000;
  return { decodes, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** The share of all writes that the busiest of the partitions gets, while a plan's first hundredth is carried out. */
function busiest(partitions, order) {
  const originals = 1_000_000;
  const counts = new Array(partitions).fill(0);
  const taken = originals / 100;
  for (let i = 0; i < taken; i++) {
    const key = order === "key order" ? i : Math.floor(random() * originals);
    counts[Math.floor((key / originals) * partitions)]++;
  }
  return Math.max(...counts) / taken;
}

console.log(`seed ${seed}; ${DECODE_MS} ms to fetch and decode, ${ENCODE_MS} ms to make one, families of ${FAMILY}, ${CORES} cores each`);
console.log("| processors | load | route | decodes per family | median ms | p95 ms |");
console.log("|---|---|---|---|---|---|");
for (const count of [6, 30]) {
  for (const load of [0.6, 0.9, 1.5]) {
    for (const name of Object.keys(ROUTES)) {
      const { decodes, p50, p95 } = routing(name, count, load);
      console.log(`| ${count} | ${load} | ${name} | ${decodes.toFixed(2)} | ${p50.toFixed(0)} | ${p95.toFixed(0)} |`);
    }
  }
}
console.log();
console.log("| partitions | order of the plan | share of writes on the busiest | even share |");
console.log("|---|---|---|---|");
for (const partitions of [8, 64]) {
  for (const order of ["key order", "hashed"]) {
    const share = busiest(partitions, order);
    console.log(`| ${partitions} | ${order} | ${(share * 100).toFixed(1)} % | ${(100 / partitions).toFixed(1)} % |`);
  }
}
