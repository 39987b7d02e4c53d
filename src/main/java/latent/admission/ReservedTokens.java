package latent.admission;

import io.github.bucket4j.Bucket;
import java.util.List;

/** Tokens set aside from the bucket of an identity, or from each of its shared buckets. Used by one thread. */
final class ReservedTokens {
    private final Buckets owner;
    private final String identity;
    private final List<Bucket> buckets;
    private long tokens;

    ReservedTokens(Buckets owner, String identity, List<Bucket> buckets, long tokens) {
        this.owner = owner;
        this.identity = identity;
        this.buckets = List.copyOf(buckets);
        this.tokens = tokens;
    }

    /** Changes the number of tokens: more are taken even when the bucket lacks them and are owed then; the rest goes back. */
    void settle(long owed) {
        for (Bucket bucket : buckets) {
            if (owed > tokens) {
                bucket.consumeIgnoringRateLimits(owed - tokens);
            } else if (owed < tokens) {
                bucket.addTokens(tokens - owed);
            }
        }
        tokens = owed;
        owner.remember(identity);
    }

    void giveBack() {
        settle(0);
    }
}
