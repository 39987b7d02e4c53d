package latent.warm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import latent.key.OriginalKey;

/**
 * Messages that were received together.
 *
 * @param understood    those that S3 has sent, with the originals that each is about
 * @param notUnderstood the others, for the dead-letter queue
 */
record ChangeBatch(Map<ChangeMessage, Set<OriginalKey>> understood, List<ChangeMessage> notUnderstood) {
    ChangeBatch {
        understood = new LinkedHashMap<>(understood);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * Handles the changes, each original once.
     *
     * @param goOn false as soon as nothing more is to be made
     * @return the messages that are done with
     */
    List<ChangeMessage> workOff(ChangeHandler work, BooleanSupplier goOn) {
        Set<OriginalKey> all = new LinkedHashSet<>();
        Set<OriginalKey> again = new LinkedHashSet<>();
        understood.forEach((message, originals) -> {
            all.addAll(originals);
            again.addAll(message.again() ? originals : Set.of());
        });
        Set<OriginalKey> done = work.workOff(all, again, goOn);
        List<ChangeMessage> finished = new ArrayList<>();
        understood.forEach((message, originals) -> {
            if (done.containsAll(originals)) {
                finished.add(message);
            }
        });
        return finished;
    }
}
