package latent.warm;

import java.util.List;
import latent.plan.PlannedFamily;

/**
 * A shard: a part of a plan, carried out by one worker.
 *
 * @param name for the log
 */
public record WarmShard(String name, List<PlannedFamily> families) {
    public WarmShard {
        families = List.copyOf(families);
    }
}
