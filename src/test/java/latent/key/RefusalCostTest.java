package latent.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Memory that is allocated for a request that is refused by its key alone, because anybody can send any number of those. */
class RefusalCostTest {
    private static final int MANY = 2_000;
    private static final long MOST_BYTES = 8 << 10;

    private static final List<String> REFUSED = List.of(
            "robots.txt",
            "widgets/myimage_0600_400.jpg",
            "widgets/myimage_99999_400.jpg",
            "widgets/myimage_600_400_blur-99999.jpg",
            "a/".repeat(300) + "a_60_40.jpg",
            "a_1".repeat(150) + ".jpg",
            "_".repeat(500));

    private final KeyGrammar grammar = new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()));

    @Test
    void a_refusal_by_the_key_allocates_little_whatever_the_key() {
        for (String key : REFUSED) {
            refuse(key); // loads what is loaded once
            long before = allocated();
            for (int i = 0; i < MANY; i++) {
                refuse(key);
            }
            assertThat((allocated() - before) / MANY).as("bytes for " + key).isLessThan(MOST_BYTES);
        }
    }

    private void refuse(String key) {
        try {
            grammar.parse(key);
        } catch (Refusal refusal) {
            return;
        }
        throw new AssertionError(key + " is not refused");
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
                .getCurrentThreadAllocatedBytes();
    }
}
