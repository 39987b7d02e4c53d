package latent.warm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import latent.metrics.Meters;
import latent.plan.PlannedFamily;
import latent.warm.WarmReceipt.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out shards that arrive through the queue. Writes one log line for each, and one for each original with renditions that could not be made.
 * Thread-safe.
 */
public final class ShardHandler {
    private static final Logger LOG = LoggerFactory.getLogger("latent.planned");

    private final FamilyWarmer warmer;
    private final Meters meters;

    public ShardHandler(FamilyWarmer warmer, Meters meters) {
        this.warmer = warmer;
        this.meters = meters;
    }

    /**
     * Carries out a shard. Renditions that are stored stay, so a shard that is delivered again continues where it ended.
     *
     * @param goOn false as soon as no further rendition is to be begun
     * @return whether it is done: a failed rendition may be tried again, a refused one may not
     */
    boolean workOff(WarmShard shard, BooleanSupplier goOn) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (PlannedFamily family : shard.families()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            List<WarmReceipt> receipts = warmer.warm(family, goOn);
            receipts.forEach(receipt -> count(receipt, counts));
            receipts.stream()
                    .filter(receipt -> !receipt.detail().isEmpty())
                    .findFirst()
                    .ifPresent(first -> LOG.info(
                            "rendition={} outcome={} because: {}", first.rendition(), label(first), first.detail()));
        }
        LOG.info(
                "shard={} originals={} outcomes={}",
                shard.name(),
                shard.families().size(),
                counts);
        return goOn.getAsBoolean() && !counts.containsKey(Outcome.FAILED);
    }

    private void count(WarmReceipt receipt, Map<Outcome, Integer> counts) {
        counts.merge(receipt.outcome(), 1, Integer::sum);
        meters.warmed(label(receipt));
    }

    private static String label(WarmReceipt receipt) {
        return switch (receipt.outcome()) {
            case MADE -> "made";
            case THERE, OUTDATED -> "not-needed";
            case REFUSED -> "refused";
            case FAILED -> "failed";
        };
    }
}
