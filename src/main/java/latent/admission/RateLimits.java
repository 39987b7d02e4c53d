package latent.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import latent.key.OriginalKey;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Tokens over time, so that nobody mints sizes without end: for each client and for the whole service in thousands of pixels, for each
 * original in new renditions. Thread-safe.
 */
public final class RateLimits {
    private static final String SERVICE = "service";

    private final Buckets clients;
    private final Buckets originals;
    private final Buckets service;

    /**
     * The limits.
     *
     * @param client        thousands of pixels
     * @param original      new renditions
     * @param service       thousands of pixels
     * @param maxIdentities clients, and originals, that are told apart at one time
     */
    public RateLimits(Budget client, Budget original, Budget service, long maxIdentities, TimeMeter clock) {
        this.clients = new Buckets(client, maxIdentities, clock);
        this.originals = new Buckets(original, maxIdentities, clock);
        this.service = new Buckets(service, 1, clock);
    }

    /**
     * Sets aside what a rendition will cost at least. The whole price is known only when the original's header has been read: then the
     * charge is settled, and what the first guess lacked is owed by the next request.
     *
     * @throws Refusal RATE_LIMITED, with the time after which there will be enough
     */
    public Charge reserve(Client client, OriginalKey original, Price atLeast) {
        List<Charge.Share> shares = new ArrayList<>();
        take(clients.of(client.identity()), atLeast.kilopixels(), "You have", shares);
        take(originals.of(original.value()), 1, "This picture has", shares);
        take(service.of(SERVICE), atLeast.kilopixels(), "Everyone together has", shares);
        return new Charge(shares.get(0), shares.get(1), shares.get(2));
    }

    private static void take(Bucket bucket, long tokens, String whose, List<Charge.Share> taken) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed()) {
            taken.forEach(Charge.Share::giveBack);
            throw new Refusal(
                    Reason.RATE_LIMITED,
                    whose + " had as many new renditions as we make in a while. Those already made are still served.",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
        taken.add(new Charge.Share(bucket, tokens));
    }
}
