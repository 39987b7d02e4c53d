package latent.admission;

import java.util.Optional;
import latent.refusal.Refusal;

/**
 * Tokens set aside for one rendition. Closed without being settled, all of them go back: nothing was made. Used by one thread.
 */
public final class Charge implements AutoCloseable {
    private final Optional<Held> held;
    private boolean settled;

    Charge(Share client, Share service, Original original) {
        this.held = Optional.of(new Held(client, service, original));
    }

    private Charge() {
        this.held = Optional.empty();
    }

    /** The charge of those who work without being asked, and owe nobody anything. */
    public static Charge free() {
        return new Charge();
    }

    /**
     * The original is there: from now on this is one of its renditions. Only now, because an original that anybody can make up must not take up
     * memory.
     *
     * @throws Refusal ORIGINAL_RATE_LIMITED
     */
    public void ofExistingOriginal() {
        held.ifPresent(shares -> shares.original.take());
    }

    /** What it will cost is known: client and service owe that much already while they wait. It goes back when nothing comes of it. */
    public void raise(Price price) {
        held.ifPresent(shares -> shares.owe(price));
    }

    /** A rendition was made, or its making failed in the decoder: this is what it costs. */
    public void settle(Price price) {
        raise(price);
        settled = true;
    }

    /** We looked, and there was nothing to make. */
    public void settleLookUp() {
        held.ifPresent(shares -> shares.original.giveBack());
        settle(Price.LOOK_UP);
    }

    @Override
    public void close() {
        if (!settled) {
            held.ifPresent(Held::giveBack);
        }
    }

    private record Held(Share client, Share service, Original original) {
        void owe(Price price) {
            client.settle(price.kilopixels());
            service.settle(price.kilopixels());
        }

        void giveBack() {
            client.giveBack();
            service.giveBack();
            original.giveBack();
        }
    }

    /** The token of the original, which is taken later than the others, and once. */
    static final class Original {
        private final Buckets buckets;
        private final String key;
        private Optional<Share> taken = Optional.empty();

        Original(Buckets buckets, String key) {
            this.buckets = buckets;
            this.key = key;
        }

        private void take() {
            if (taken.isEmpty()) {
                taken = Optional.of(buckets.take(key, 1));
            }
        }

        private void giveBack() {
            taken.ifPresent(Share::giveBack);
            taken = Optional.empty();
        }
    }
}
