package latent.lazy;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * The originals in memory that nobody uses: the one whose last user left longest ago comes first. However many there are, each is looked at once for
 * its file and once for all that is left of it. Not thread-safe.
 *
 * @param <E> an original with what is known of its use
 */
final class UnusedOriginals<E> {
    private final SequencedSet<E> all = new LinkedHashSet<>();

    /** Those of which nobody has tried to forget the file since their last user left. */
    private final SequencedSet<E> untried = new LinkedHashSet<>();

    /** Its last user has left. */
    void add(E original) {
        all.add(original);
        untried.add(original);
    }

    /** It has a user again, or is gone. */
    void remove(E original) {
        all.remove(original);
        untried.remove(original);
    }

    /**
     * Forgets the file of the first that can do without.
     *
     * @param forgets tries one, and says whether that gave back memory
     * @return false when there was none
     */
    boolean forgetFile(Predicate<E> forgets) {
        while (!untried.isEmpty()) {
            if (forgets.test(untried.removeFirst())) {
                return true;
            }
        }
        return false;
    }

    /** The one that nobody has used for longest. */
    Optional<E> first() {
        return all.stream().findFirst();
    }
}
