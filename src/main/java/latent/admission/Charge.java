package latent.admission;

import io.github.bucket4j.Bucket;

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

    /** A rendition was made, or its making failed in the decoder: client and service owe this much, the original one rendition. */
    public void settle(Price price) {
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
