package latent.admission;

import io.github.bucket4j.TimeMeter;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.refusal.Refusal;

/**
 * Rate limits on new renditions, so that nobody can have sizes made without end. The tokens of a client and of the whole service count what renders
 * cost; those of an original count new renditions. Thread-safe.
 */
public final class RateLimits {
    private static final String SERVICE = "service";

    private final Buckets clients;
    private final Buckets originals;
    private final Buckets service;

    /**
     * The sizes of the token buckets.
     *
     * @param client        in the unit of {@link Price}
     * @param original      in new renditions
     * @param service       in the unit of {@link Price}
     * @param maxIdentities clients, and originals, that have a bucket of their own at one time
     */
    public record Budgets(Budget client, Budget original, Budget service, long maxIdentities) {}

    public RateLimits(Budgets budgets, TimeMeter clock, Meters meters) {
        this.clients = new Buckets(RateLimitKind.CLIENT, budgets.client(), budgets.maxIdentities(), clock);
        this.originals = new Buckets(RateLimitKind.ORIGINAL, budgets.original(), budgets.maxIdentities(), clock);
        this.service = new Buckets(RateLimitKind.SERVICE, budgets.service(), 1, clock);
        meters.watch("latent.rate.limit.clients", "Clients with a token bucket of their own now.", clients::identities);
        meters.watch(
                "latent.rate.limit.originals",
                "Originals with a token bucket of their own now.",
                originals::identities);
    }

    /**
     * Sets aside the lowest price of a rendition. The actual price is known when the header of the original has been read: then the charge is raised,
     * and tokens that a bucket lacks for that are owed, so that later requests wait until they have come back. The token of the original is taken
     * when it is known to exist.
     *
     * @throws Refusal CLIENT_RATE_LIMITED, ORIGINAL_RATE_LIMITED or SERVICE_RATE_LIMITED, with the time after which there will be enough
     */
    public Charge reserve(Client client, OriginalKey original, Price atLeast) {
        originals.refuseWhenEmpty(original.value());
        ReservedTokens clients = this.clients.take(client.identity(), atLeast.kilopixels());
        try {
            ReservedTokens service = this.service.take(SERVICE, atLeast.kilopixels());
            return new Charge(clients, service, new Charge.Original(originals, original.value()));
        } catch (Refusal refusal) {
            clients.giveBack();
            throw refusal;
        }
    }
}
