package latent.config;

import java.time.Duration;
import latent.admission.Budget;
import latent.http.Edge;
import latent.http.FrontDoor.Listen;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.render.header.Limits;
import latent.store.S3Access;

/** What the operator said, complete and checked. */
public record Settings(
        S3Access s3,
        Buckets buckets,
        Listen listen,
        Edge edge,
        Keys keys,
        Rates rates,
        Render render,
        WriteBack writeBack) {

    /** The two buckets, and what is true of all that lies in them. */
    public record Buckets(String originals, Limits limits, String renditions, String cacheControl) {}

    /** Which keys are keys here. */
    public record Keys(KeyRules rules, Ladder ladder) {}

    /** Token budgets: clients and service in thousands of pixels, originals in renditions. */
    public record Rates(Budget client, Budget original, Budget service, long maxIdentities) {}

    /** How much is rendered at one time, and by what. */
    public record Render(
            String engine,
            int quality,
            int threads,
            long maxBytes,
            int maxWaiting,
            Duration patience,
            Duration deadline) {}

    /** How much may wait to be stored, and for how long when we stop. */
    public record WriteBack(long maxBytes, Duration drain) {}
}
