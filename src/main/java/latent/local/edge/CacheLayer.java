package latent.local.edge;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import latent.local.edge.Fetched.Outcome;
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
    private final ConcurrentMap<CacheKey, CompletableFuture<Fetched>> inFlight = new ConcurrentHashMap<>();

    public CacheLayer(EdgeSettings settings, Upstream next, InstantSource clock) {
        this.settings = settings;
        this.next = next;
        this.clock = clock;
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return fresh(fetch.key())
                .or(() -> stale(fetch))
                .orElseGet(() -> fetch.behavior().cache().collapses() ? collapsed(fetch) : forward(fetch));
    }

    /** Drops every copy whose path fits the pattern. */
    public void invalidate(PathPattern pattern) {
        copies.remove(key -> pattern.matches(key.rawPath()));
    }

    private Optional<Fetched> fresh(CacheKey key) {
        Instant now = clock.instant();
        return copies.get(key.asGet())
                .filter(copy -> copy.isFresh(now))
                .or(() -> copies.get(key).filter(copy -> copy.isFresh(now)))
                .map(copy -> copy.served(now));
    }

    /** What may be served past its time, while the origin is asked by one of those who are served it. */
    private Optional<Fetched> stale(Fetch fetch) {
        Instant now = clock.instant();
        Optional<CachedResponse> old = copies.get(fetch.key()).filter(copy -> copy.servesMeanwhile(now));
        CompletableFuture<Fetched> mine = new CompletableFuture<>();
        if (old.isPresent() && inFlight.putIfAbsent(fetch.key(), mine) == null) {
            Thread.startVirtualThread(() -> lead(fetch, mine));
        }
        return old.map(copy -> copy.served(now));
    }

    private Fetched collapsed(Fetch fetch) {
        CompletableFuture<Fetched> mine = new CompletableFuture<>();
        CompletableFuture<Fetched> first = inFlight.putIfAbsent(fetch.key(), mine);
        if (first != null) {
            Fetched shared = first.join();
            return Freshness.isShared(fetch.behavior().cache(), shared.headers(), clock.instant())
                    ? shared.as(Outcome.HIT)
                    : forward(fetch);
        }
        return lead(fetch, mine);
    }

    private Fetched lead(Fetch fetch, CompletableFuture<Fetched> mine) {
        try {
            // Another one may have finished between our look and our turn.
            Fetched answer = fresh(fetch.key()).orElseGet(() -> forward(fetch));
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            inFlight.remove(fetch.key(), mine);
        }
    }

    private Fetched forward(Fetch fetch) {
        Optional<CachedResponse> old = copies.get(fetch.key());
        Fetched answer = next.fetch(fetch.onlyIfNot(old.flatMap(CachedResponse::etag)));
        if (old.isPresent() && answer.status() == 304) {
            return keep(fetch, old.get().answer().with(merged(old.get(), answer)))
                    .as(Outcome.REFRESH_HIT);
        }
        // An origin that fails leaves the old object standing; one that says 4xx takes it away.
        Instant now = clock.instant();
        if (answer.status() >= 500
                && old.filter(copy -> copy.servesInsteadOfFailure(now)).isPresent()) {
            Duration grace = settings.errorCachingMinTtl(answer.status());
            copies.put(fetch.key(), old.get().freshUntil(now.plus(grace)));
            return old.get().answer().as(Outcome.HIT);
        }
        return keep(fetch, answer.as(Outcome.MISS));
    }

    private Fetched keep(Fetch fetch, Fetched answer) {
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

    private Duration timeToLive(Fetch fetch, int status, HttpHeaders headers) {
        return Freshness.of(settings, fetch.behavior().cache(), status, headers, clock.instant());
    }

    private static HttpHeaders merged(CachedResponse old, Fetched notModified) {
        HeaderFields merged = HeaderFields.of(old.answer().headers());
        for (String name : new String[] {"Cache-Control", "Expires", "Date", "Age"}) {
            notModified.headers().firstValue(name).ifPresent(value -> merged.set(name, value));
        }
        return merged.build();
    }
}
