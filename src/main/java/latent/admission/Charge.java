package latent.admission;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Tokens set aside for one rendition. Closed without being settled, all of them go back: nothing was made. Used by one thread.
 */
public final class Charge implements AutoCloseable {
    private final Share client;
    private final Share original;
    private final Share service;
    private boolean settled;

    Charge(Share client, Share original, Share service) {
        this.client = client;
        this.original = original;
        this.service = service;
    }

    /** The charge of those who work without being asked, and owe nobody anything. */
    public static Charge free() {
        Share nobodys = new Share(
                Bucket.builder()
                        .addLimit(limit -> limit.capacity(Long.MAX_VALUE).refillGreedy(1, Duration.ofDays(1)))
                        .build(),
                1);
        return new Charge(nobodys, nobodys, nobodys);
    }

    /**
     * A rendition was made, or its making failed in the decoder: client and service owe this much on top of what was set aside, the
     * original one rendition.
     */
    public void settleOnTop(Price more) {
        settle(new Price(client.tokens() + more.kilopixels()));
    }

    private void settle(Price price) {
        client.settle(price.kilopixels());
        service.settle(price.kilopixels());
        settled = true;
    }

    /** We looked, and there was nothing to make. */
    public void settleLookUp() {
        original.giveBack();
        settle(Price.LOOK_UP);
    }

    @Override
    public void close() {
        if (!settled) {
            client.giveBack();
            original.giveBack();
            service.giveBack();
        }
    }

    /** So many tokens out of one bucket. */
    record Share(Bucket bucket, long tokens) {
        void giveBack() {
            bucket.addTokens(tokens);
        }

        void settle(long owed) {
            if (owed > tokens) {
                bucket.consumeIgnoringRateLimits(owed - tokens);
            } else if (owed < tokens) {
                bucket.addTokens(tokens - owed);
            }
        }
    }
}
