package latent.admission;

import io.github.bucket4j.Bucket;
import java.util.List;

/** Tokens set aside out of an identity's bucket, or out of each that it shares with others. Used by one thread. */
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

    /** Makes it so many tokens: what is lacking is owed even where the bucket has not got it, what is too much goes back. */
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
