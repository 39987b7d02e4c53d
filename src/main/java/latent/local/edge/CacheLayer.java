package latent.local.edge;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import latent.local.edge.FetchedResponse.Outcome;
import latent.local.web.HeaderFields;

/**
 * One cache: an edge's own, or Origin Shield's between several edges and the origin. Requests for one key that come while it is being fetched
 * wait for that answer, and take it unless it is meant for one alone. Thread-safe.
 */
public final class CacheLayer implements Upstream {
    private final EdgeSettings settings;
    private final Upstream next;
    private final InstantSource clock;
    private final CachedVariants copies = new CachedVariants();
    private final ConcurrentMap<CacheKey, CompletableFuture<FetchedResponse>> inFlight = new ConcurrentHashMap<>();

    public CacheLayer(EdgeSettings settings, Upstream next, InstantSource clock) {
        this.settings = settings;
        this.next = next;
        this.clock = clock;
    }

    @Override
    public FetchedResponse fetch(OriginRequest fetch) {
        return fresh(fetch.key())
                .or(() -> stale(fetch))
                .orElseGet(() -> fetch.behavior().cache().collapses() ? collapsed(fetch) : forward(fetch));
    }

    /** Drops every copy whose path fits the pattern. */
    public void invalidate(PathPattern pattern) {
        copies.remove(key -> pattern.matches(key.rawPath()));
    }

    private Optional<FetchedResponse> fresh(CacheKey key) {
        Instant now = clock.instant();
        return copies.get(key.asGet())
                .filter(copy -> copy.isFresh(now))
                .or(() -> copies.get(key).filter(copy -> copy.isFresh(now)))
                .map(copy -> copy.served(now));
    }

    /** A stale answer that may be served while one of the requests for it asks the origin. */
    private Optional<FetchedResponse> stale(OriginRequest fetch) {
        Instant now = clock.instant();
        Optional<CachedResponse> old = copies.get(fetch.key()).filter(copy -> copy.servesMeanwhile(now));
        CompletableFuture<FetchedResponse> mine = new CompletableFuture<>();
        if (old.isPresent() && inFlight.putIfAbsent(fetch.key(), mine) == null) {
            Thread.startVirtualThread(() -> lead(fetch, mine));
        }
        return old.map(copy -> copy.served(now));
    }

    private FetchedResponse collapsed(OriginRequest fetch) {
        CompletableFuture<FetchedResponse> mine = new CompletableFuture<>();
        CompletableFuture<FetchedResponse> first = inFlight.putIfAbsent(fetch.key(), mine);
        if (first != null) {
            FetchedResponse shared = first.join();
            return Freshness.isShared(fetch.behavior().cache(), shared.headers(), clock.instant())
                    ? shared.as(Outcome.HIT)
                    : forward(fetch);
        }
        return lead(fetch, mine);
    }

    private FetchedResponse lead(OriginRequest fetch, CompletableFuture<FetchedResponse> mine) {
        try {
            // Another one may have finished between our look and our turn.
            FetchedResponse answer = fresh(fetch.key()).orElseGet(() -> forward(fetch));
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            inFlight.remove(fetch.key(), mine);
        }
    }

    private FetchedResponse forward(OriginRequest fetch) {
        Optional<CachedResponse> old = copies.get(fetch.key());
        FetchedResponse answer = next.fetch(fetch.onlyIfNot(old.flatMap(CachedResponse::etag)));
        if (old.isPresent() && answer.status() == 304) {
            return keep(fetch, old.get().answer().with(merged(old.get(), answer)))
                    .as(Outcome.REFRESH_HIT);
        }
        // when the origin fails the stale object is kept; when it answers 4xx the object is removed
        Instant now = clock.instant();
        if (answer.status() >= 500
                && old.filter(copy -> copy.servesInsteadOfFailure(now)).isPresent()) {
            Duration grace = settings.errorCachingMinTtl(answer.status());
            copies.put(fetch.key(), old.get().freshUntil(now.plus(grace)));
            return old.get().answer().as(Outcome.HIT);
        }
        return keep(fetch, answer.as(Outcome.MISS));
    }

    private FetchedResponse keep(OriginRequest fetch, FetchedResponse answer) {
        Instant now = clock.instant();
        Duration ttl = timeToLive(fetch, answer.status(), answer.headers());
        CachePolicy policy = fetch.behavior().cache();
        if (ttl.isPositive() || Freshness.worthKeeping(policy, answer.status(), answer.headers(), now)) {
            copies.put(fetch.key(), new CachedResponse(answer, now, now.plus(ttl), now.plus(ttl)));
        } else {
            copies.remove(fetch.key()::equals);
        }
        return answer;
    }

    private Duration timeToLive(OriginRequest fetch, int status, HttpHeaders headers) {
        return Freshness.of(settings, fetch.behavior().cache(), status, headers, clock.instant());
    }

    private static HttpHeaders merged(CachedResponse old, FetchedResponse notModified) {
        HeaderFields merged = HeaderFields.of(old.answer().headers());
        for (String name : new String[] {"Cache-Control", "Expires", "Date", "Age"}) {
            notModified.headers().firstValue(name).ifPresent(value -> merged.set(name, value));
        }
        return merged.build();
    }
}
