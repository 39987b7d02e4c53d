package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import latent.kit.Eventually;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that is killed with SIGKILL and begun again. In its long form ({@code -Dlatent.killed.long=true}) it is killed ten times, at moments that a
 * seed draws ({@code -Dlatent.killed.seed}).
 */
class KilledJobTest extends PlannedSetUp {
    private static final boolean LONG = Boolean.getBoolean("latent.killed.long");
    private static final int KILLS = LONG ? 10 : 1;
    private static final int ORIGINALS = LONG ? 60 : 12;
    private static final long SEED = Long.getLong("latent.killed.seed", 13);
    private static final List<String> SIZES = List.of("60_0", "50_0", "40_0", "30_0");

    private final Random random = new Random(SEED);

    @Test
    void killed_at_random_moments_and_begun_again_all_are_there_and_none_was_put_twice(@TempDir Path folder)
            throws Exception {
        List<String> wanted = originalsAndWhatIsWanted();
        String report = command(
                "p%d.jpg\n"
                        .repeat(ORIGINALS)
                        .formatted(IntStream.range(0, ORIGINALS).boxed().toArray()),
                "plan",
                List.of("--out", folder.resolve("plan").toString()),
                "--originals",
                "keys:-",
                "--want",
                "** " + String.join(",", SIZES),
                "--json");
        assertThat(report).contains("\"missing\":" + wanted.size(), "\"absent\":0");
        PutsSeen puts = PutsSeen.at(stack.between);
        List<Integer> after = new ArrayList<>();
        for (int left = KILLS; left > 0; left--) {
            killed(folder, left, wanted.size() - stack.stored().size(), puts);
            after.add(settled().size());
        }
        assertThat(after.getLast()).as("killed half-way").isBetween(1, wanted.size() - 1);

        assertThat(resume(folder).made()).isEqualTo(wanted.size() - after.getLast());
        assertThat(stack.stored()).containsExactlyInAnyOrderElementsOf(wanted);
        puts.assertEachWasStoredOnce(wanted);
        assertThat(folder.resolve("plan/receipts")).isNotEmptyDirectory();
        List<String> sums = sums(wanted);
        remove(wanted);
        assertThat(resume(folder).made()).as("undisturbed").isEqualTo(wanted.size());
        assertThat(sums(wanted)).isEqualTo(sums);
        if (LONG) {
            System.out.printf("stored after each kill: %s of %d; %d PUTs%n", after, wanted.size(), puts.count());
        }
    }

    /** Every fourth is killed while it starts or plans, the others when a number of renditions have been sent; every second has planned again. */
    private void killed(Path folder, int killsLeft, int missing, PutsSeen puts) throws Exception {
        List<String> words =
                new ArrayList<>(List.of("--plan", folder.resolve("plan").toString()));
        if (killsLeft % 2 == 0) {
            words.add("--resume");
        }
        int sent = puts.count() + 1 + random.nextInt(3 * missing / 2 / (killsLeft + 1));
        stack.between.delay = Duration.ofMillis(100);
        Process warm = start("warm", words);
        if (killsLeft % 4 == 0) {
            Thread.sleep(random.nextInt(5000));
        } else {
            Eventually.until("so many are sent", () -> puts.count() >= sent || !warm.isAlive());
            Thread.sleep(random.nextInt(100));
        }
        assertThat(warm.isAlive()).as("it is killed before its end").isTrue();
        warm.destroyForcibly().waitFor();
        stack.between.delay = Duration.ZERO;
    }

    private List<String> originalsAndWhatIsWanted() throws Exception {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < ORIGINALS; i++) {
            String name = "p" + i;
            stack.putOriginal(name + ".jpg", Stack.jpeg(200 + i, 150));
            SIZES.forEach(size -> wanted.add(name + "_" + size + ".jpg"));
        }
        return wanted;
    }
}
