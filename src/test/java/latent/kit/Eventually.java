package latent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens by itself after a while. It gives up so late that a busy machine is never the reason. */
public final class Eventually {
    private static final Duration GIVE_UP = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Eventually() {}

    /**
     * Looks again and again until it is so.
     *
     * @param what what is waited for, as the failure says it
     */
    public static void until(String what, Callable<Boolean> isSo) throws Exception {
        long start = System.nanoTime();
        while (!isSo.call()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("waiting until " + what)
                    .isLessThan(GIVE_UP);
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
