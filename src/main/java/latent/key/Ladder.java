package latent.key;

import static latent.refusal.Reason.OFF_LADDER;

import java.util.Set;
import latent.refusal.Refusal;

/**
 * The sizes that a deployment makes. Presets are the operator's own, so they stand on every ladder.
 *
 * @param rungs boxes in CSS pixels; none means that every size is made
 */
public record Ladder(Set<RequestedSize> rungs) {
    public Ladder {
        rungs = Set.copyOf(rungs);
    }

    /** Refuses a size that is not on the ladder. */
    public void check(RenditionKey key) {
        boolean free = rungs.isEmpty() || key.spelling() instanceof Spelling.Preset;
        if (!free && !rungs.contains(key.transformation().box())) {
            throw new Refusal(OFF_LADDER, "This size is not made here.");
        }
    }
}
