import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { processSingleton } from './process-singleton';

const stageBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const jobBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/**
 * This process's metrics, for Prometheus; docs/operations.md explains each. Gauges that are read at each scrape are
 * declared in lib/operations/gauges.ts, because they depend on the layers above this one.
 */
export const metrics = () =>
  processSingleton('metrics', () => {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    return {
      registry,
      stageSeconds: new Histogram({
        name: 'gafu_stage_seconds',
        help: 'How long each stage of embedding a picture and of answering a search took',
        labelNames: ['stage'],
        buckets: stageBuckets,
        registers,
      }),
      requestSeconds: new Histogram({
        name: 'gafu_request_seconds',
        help: 'How long requests took until their answer was sent, by route and status',
        labelNames: ['method', 'route', 'status'],
        buckets: requestBuckets,
        registers,
      }),
      elasticsearchSeconds: new Histogram({
        name: 'gafu_elasticsearch_seconds',
        help: 'Each request to Elasticsearch: the time it took there, and the overhead of the round trip',
        labelNames: ['part'],
        buckets: stageBuckets,
        registers,
      }),
      jobSeconds: new Histogram({
        name: 'gafu_job_seconds',
        help: 'How long jobs took, by task and how they ended',
        labelNames: ['task', 'status'],
        buckets: jobBuckets,
        registers,
      }),
      pages: new Counter({
        name: 'gafu_pages_total',
        help: 'Pages for everyone, by whether they were rendered or kept from before',
        labelNames: ['answer'],
        registers,
      }),
      searchBreaker: new Gauge({
        name: 'gafu_search_breaker',
        help: 'The circuit breaker before Elasticsearch: 1 for its present state, 0 for the others',
        labelNames: ['state'],
        registers,
      }),
    };
  });
