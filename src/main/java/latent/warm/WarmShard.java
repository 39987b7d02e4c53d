package latent.warm;

import java.util.List;
import latent.plan.PlannedFamily;

/**
 * A part of a plan that one worker carries out.
 *
 * @param name for the log
 */
public record WarmShard(String name, List<PlannedFamily> families) {
    public WarmShard {
        families = List.copyOf(families);
    }
}
