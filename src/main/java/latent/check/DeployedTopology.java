package latent.check;

import java.util.Locale;

/** How a request for a missing rendition reaches the processor. */
public enum DeployedTopology {
    /** Website bucket, 302 or 307, processor on a host of its own. */
    REDIRECT,
    /** Private bucket first, the processor where it has none; one URL. A multi-region deployment is one of these. */
    FAILOVER,
    /** The processor behind the images host. */
    DIRECT;

    /** As Terraform spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
